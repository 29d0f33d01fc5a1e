package org.openhall.catalogue.internal.door;

import java.nio.file.Path;
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
                    "{} was refused, the hall goes on as before. {} defects:",
                    file.getFileName(),
                    refused.defects().size());
            // a line each: the log writes a line break inside a message as \n
            refused.defects().stream()
                    .map(Defect::toString)
                    .map(line -> line.startsWith(file.getFileName() + ": ") ? line : file.getFileName() + ": " + line)
                    .forEach(LOG::error);
        }
    }
}
