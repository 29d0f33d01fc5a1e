package org.openhall.catalogue.internal.door;

import java.util.List;
import java.util.Optional;
import org.openhall.api.catalogue.Deployments.Kind;
import org.openhall.api.catalogue.Door.Refused;
import org.openhall.api.catalogue.Version;
import org.openhall.api.forms.Defect;
import org.openhall.catalogue.internal.store.ActTable.Act;
import org.openhall.catalogue.internal.store.VersionTable;

/** What an offered file says it is, for the record when it is refused: as much as could be read of it. */
final class Said {

    private static final String ITEM = "[a-z][a-z0-9-]{0,59}";
    private static final String VERSION = "(0|[1-9][0-9]{0,5})(\\.(0|[1-9][0-9]{0,5})){2}";

    private String item;
    private Optional<Version> version = Optional.empty();

    Said(String fileName) {
        // a name that looks like an item's key is not one
        item = fileName.matches(ITEM) ? fileName + ".?" : fileName;
    }

    void by(Inspection.Named named) {
        if (named.item().matches(ITEM)) {
            item = named.item();
        }
        version = Optional.of(named.version())
                .filter(text -> text.matches(VERSION))
                .map(Version::parse);
    }

    void by(VersionTable.Key key) {
        item = key.item();
        version = Optional.of(key.version());
    }

    Act refused(Refused refused) {
        List<String> report = refused.defects().stream().map(Defect::toString).toList();
        List<String> chinese = refused.defects().stream().map(Defect::toChinese).toList();
        return new Act(item, version, Kind.REFUSED, Optional.empty(), report, chinese);
    }
}
