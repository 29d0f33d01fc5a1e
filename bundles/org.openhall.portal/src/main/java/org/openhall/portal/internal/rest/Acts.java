package org.openhall.portal.internal.rest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Deployments.Done;
import org.openhall.api.catalogue.Deployments.Kind;
import org.openhall.api.catalogue.Deployments.NotDone;
import org.openhall.api.catalogue.Deployments.Recorded;
import org.openhall.api.catalogue.Deployments.Result;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.forms.Problem;
import org.openhall.api.storage.RequestKey;
import org.openhall.portal.internal.http.ItemAdministration;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Sent;
import org.openhall.portal.internal.http.Visit;

/** Acts on deployed items, each once for its key; their answers are rebuilt from the record. */
final class Acts {

    private static final int LATELY = 100;

    private final Deployments deployments;
    private final Once once;
    private final Calls calls;

    Acts(ItemAdministration administration, Calls calls) {
        this.deployments = administration.deployments();
        this.once = new Once(administration.transactions(), administration.requests());
        this.calls = calls;
    }

    /** One act as it was asked for. */
    record Asked(Operator by, JsonBody body, RequestKey key) {}

    /** An act with who asks for it and its key. */
    Asked asked(Visit visit, Sent sent, JsonBody body) {
        Operator by = visit.operator();
        return new Asked(by, body, key(sent, by, body.hash()));
    }

    /** The key of a request that must have one. */
    RequestKey key(Sent sent, Operator by, String asked) {
        return calls.requiredKey(sent.headers(), sent.uri(), by.account().orElseThrow(), JsonBody.hash(asked))
                .orElseThrow();
    }

    Optional<String> before(RequestKey key) {
        return once.before(key);
    }

    void after(RequestKey key, String reference) {
        once.after(key, reference);
    }

    /** Carries an act out, or tells once more what it did. */
    List<String> act(String item, RequestKey key, Operator by, Visit visit, Supplier<Result> act) {
        Optional<String> done = once.before(key);
        if (done.isPresent()) {
            return report(item, Long.parseLong(done.get()), by);
        }
        Result result = act.get();
        if (result instanceof NotDone no) {
            throw refused(no, visit);
        }
        List<String> report = ((Done) result).report();
        once.after(key, "" + noted(item, by, report));
        return report;
    }

    /** Where an act that was just done stands in the record; 0 when it is not found. */
    long noted(String item, Operator by, List<String> report) {
        return record(item, by).stream()
                .filter(act -> act.doneBy(by) && report.containsAll(act.report()))
                .mapToLong(Recorded::id)
                .findFirst()
                .orElse(0);
    }

    /** What the record says an act did. */
    List<String> report(String item, long id, Operator by) {
        return record(item, by).stream()
                .filter(act -> act.id() == id)
                .findFirst()
                .map(Recorded::report)
                .orElse(List.of());
    }

    /** What the record says of a version's entry, and of the act that followed it at once. */
    List<String> entry(String item, String version, long id, Operator by) {
        return record(item, by).stream()
                .filter(act -> act.id() == id
                        || act.kind() == Kind.ENTERED
                                && act.version().filter(version::equals).isPresent())
                .sorted(Comparator.comparingLong(Recorded::id))
                .flatMap(act -> act.report().stream())
                .toList();
    }

    private List<Recorded> record(String item, Operator by) {
        return deployments
                .record(Optional.of(item), LATELY, Optional.empty(), by)
                .entries();
    }

    private Refusal refused(NotDone no, Visit visit) {
        String reason = AdminViews.lower(no.reason());
        return switch (no.reason()) {
            case UNKNOWN -> Refusal.notFound();
            case TIME -> calls.unprocessable("/at", "time", visit);
            case DOES_NOT_START ->
                new Refusal(
                        422,
                        "unprocessable",
                        List.of(new Problem("/version", reason, no.detail().isEmpty() ? reason : no.detail())));
            case ALREADY, BEHIND, NOTHING_BEFORE, CODE_TAKEN ->
                new Refusal(409, "conflict").with("reason", reason).with("explanation", no.detail());
        };
    }
}
