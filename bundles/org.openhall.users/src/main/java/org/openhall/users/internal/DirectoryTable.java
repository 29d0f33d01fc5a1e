package org.openhall.users.internal;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.openhall.api.users.Directory.Department;
import org.openhall.api.users.Directory.Region;
import org.openhall.storage.Database;

/** The tables region and department. */
final class DirectoryTable {

    private final Database database;

    DirectoryTable(Database database) {
        this.database = database;
    }

    List<Region> regionsSince(Instant time) {
        return database.handle()
                .createQuery("select code, name, parent from region where changed_at >= :time")
                .bind("time", time)
                .map((row, context) ->
                        new Region(row.getString("code"), row.getString("name"), row.getString("parent")))
                .list();
    }

    List<Department> departmentsSince(Instant time) {
        return database.handle()
                .createQuery("select code, name, region from department where changed_at >= :time")
                .bind("time", time)
                .map((row, context) ->
                        new Department(row.getString("code"), row.getString("name"), row.getString("region")))
                .list();
    }

    void insertRegions(List<Region> regions, Instant now) {
        regions("insert into region (name, parent, changed_at, code) values (?, ?, ?, ?)", regions, now);
    }

    void updateRegions(List<Region> regions, Instant now) {
        regions("update region set name = ?, parent = ?, changed_at = ? where code = ?", regions, now);
    }

    void insertDepartments(List<Department> departments, Instant now) {
        departments("insert into department (name, region, changed_at, code) values (?, ?, ?, ?)", departments, now);
    }

    void updateDepartments(List<Department> departments, Instant now) {
        departments("update department set name = ?, region = ?, changed_at = ? where code = ?", departments, now);
    }

    private void regions(String sql, List<Region> regions, Instant now) {
        if (!regions.isEmpty()) {
            try (PreparedBatch batch = database.handle().prepareBatch(sql)) {
                regions.forEach(r -> batch.add(r.name(), r.parent(), now, r.code()));
                batch.execute();
            }
        }
    }

    private void departments(String sql, List<Department> departments, Instant now) {
        if (!departments.isEmpty()) {
            try (PreparedBatch batch = database.handle().prepareBatch(sql)) {
                departments.forEach(d -> batch.add(d.name(), d.region(), now, d.code()));
                batch.execute();
            }
        }
    }
}
