package org.openhall.catalogue.internal.store;

import java.util.List;
import org.openhall.api.catalogue.Version;
import org.openhall.storage.Database;

/** Which versions are extensions, and of which item: table {@code item_extension}. */
public final class ExtensionTable {

    private final Database database;

    /** Works on the open transaction. */
    public ExtensionTable(Database database) {
        this.database = database;
    }

    /** Notes that a version extends an item. */
    public void insert(VersionTable.Key key, String item) {
        database.handle()
                .createUpdate("insert into item_extension (extension, line, micro, item)"
                        + " values (:extension, :line, :micro, :item)")
                .bind("extension", key.item())
                .bind("line", key.version().line())
                .bind("micro", key.version().micro())
                .bind("item", item)
                .execute();
    }

    /** All extension versions that ever came. */
    public List<VersionTable.Key> all() {
        return database.handle()
                .createQuery("select v.item, v.line, v.micro, v.sha256 from item_extension e join item_version v"
                        + " on v.item = e.extension and v.line = e.line and v.micro = e.micro")
                .map((row, context) -> new VersionTable.Key(
                        row.getString("item"),
                        Version.parse(row.getString("line") + "." + row.getInt("micro")),
                        row.getString("sha256")))
                .list();
    }
}
