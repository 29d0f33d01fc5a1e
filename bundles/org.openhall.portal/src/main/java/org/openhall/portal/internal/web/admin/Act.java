package org.openhall.portal.internal.web.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.openhall.api.catalogue.Deployments.Kind;

/** What an administrator does with a deployed item. */
enum Act {
    ACTIVATE("version", false, Kind.ACTIVATED),
    CANCEL("", false, Kind.CANCELLED),
    ROLLBACK("version", true, Kind.ROLLED_BACK),
    RETIRE("line", true, Kind.RETIRED),
    WITHDRAW("line", true, Kind.WITHDRAWN),
    RESTORE("line", false, Kind.RESTORED),
    RESET("line", false, Kind.RESET);

    private final String subject;
    private final boolean grave;
    private final Kind kind;

    Act(String subject, boolean grave, Kind kind) {
        this.subject = subject;
        this.grave = grave;
        this.kind = kind;
    }

    /** Its word in addresses and texts. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is done to: "version", "line" or nothing. */
    String subject() {
        return subject;
    }

    /** Whether its button warns. */
    boolean grave() {
        return grave;
    }

    /** How it stands in the record. */
    boolean recordedAs(Kind recorded) {
        return recorded == kind || this == ACTIVATE && recorded == Kind.PLANNED;
    }

    static Optional<Act> of(String key) {
        return Arrays.stream(values()).filter(act -> act.key().equals(key)).findFirst();
    }
}
