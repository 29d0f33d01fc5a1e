package org.openhall.catalogue.internal.door;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.Door;
import org.openhall.api.forms.Defect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log what became of a bundle, for whoever put it there without waiting for an answer. */
final class Telling {

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private Telling() {}

    static void tell(Path file, Door.Entry entry) {
        if (entry instanceof Door.Entered entered) {
            LOG.info("{}: {}", file.getFileName(), String.join(" ", entered.report()));
        } else if (entry instanceof Door.Refused refused) {
            LOG.error(
                    "{} was refused, the hall goes on as before:\n{}",
                    file.getFileName(),
                    refused.defects().stream().map(Defect::toString).collect(Collectors.joining("\n  ", "  ", "")));
        }
    }
}
