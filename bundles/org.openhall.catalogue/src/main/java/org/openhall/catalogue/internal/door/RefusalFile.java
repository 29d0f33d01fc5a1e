package org.openhall.catalogue.internal.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.openhall.api.catalogue.Door;
import org.openhall.api.forms.Defect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer to whoever put a bundle into a folder: {@code NAME.jar.refused.txt} beside it, there as long as it is refused. */
final class RefusalFile {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalFile.class);

    private RefusalFile() {}

    static void tell(Path bundle, Door.Entry entry) {
        if (entry instanceof Door.Refused refused) {
            write(bundle, refused.defects());
        } else {
            remove(bundle);
        }
    }

    /** Whether there was one. */
    static boolean remove(Path bundle) {
        try {
            return Files.deleteIfExists(beside(bundle));
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted", beside(bundle), e);
            return false;
        }
    }

    private static void write(Path bundle, List<Defect> defects) {
        Stream<String> lines = Stream.concat(
                Stream.of(bundle.getFileName()
                        + " was refused, the hall goes on as before. Mend it and put it here again:"),
                defects.stream().map(Defect::toString));
        try {
            Files.write(beside(bundle), lines.toList());
        } catch (IOException e) {
            // the log and the record of the hall have said the same
            LOG.warn("{} cannot be written", beside(bundle), e);
        }
    }

    private static Path beside(Path bundle) {
        return bundle.resolveSibling(bundle.getFileName() + ".refused.txt");
    }
}
