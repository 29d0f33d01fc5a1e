package org.openhall.cases.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Version;
import org.openhall.api.materials.Materials;
import org.openhall.api.users.Account;
import org.openhall.cases.internal.TaskTable.TaskOfCase;

/** Officials take tasks, give them back and look at single files, in the open transaction. */
final class TaskTaking {

    private static final int LONGEST_TEXT = 500;

    private final CaseTables tables;
    private final Materials materials;
    private final Catalogue catalogue;
    private final Clock clock;

    TaskTaking(CaseTables tables, Materials materials, Catalogue catalogue, Clock clock) {
        this.tables = tables;
        this.materials = materials;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    boolean claim(long id, Account by) {
        Optional<TaskOfCase> found = tables.tasks().find(id).filter(task -> Access.may(by, task.task()));
        if (found.isEmpty()) {
            return false;
        }
        if (found.get().task().open()
                && found.get().task().claimant().filter(who -> who == by.id()).isPresent()) {
            return true;
        }
        boolean taken = tables.tasks().claim(id, by.id(), DeskLists.posts(by));
        if (taken) {
            record(found.get(), "claimed", by);
        }
        return taken;
    }

    boolean release(long id, Account by) {
        Optional<TaskOfCase> found = tables.tasks().find(id).filter(task -> Access.may(by, task.task()));
        boolean released = found.isPresent() && tables.tasks().release(id, by.id());
        if (released) {
            record(found.get(), "released", by);
        }
        return released;
    }

    boolean opine(String number, long material, boolean sound, String text, Account by) {
        if (text.length() > LONGEST_TEXT || !sound && text.isBlank()) {
            throw new IllegalArgumentException(
                    "An opinion has at most " + LONGEST_TEXT + " characters, and some when the file is not sound");
        }
        Optional<CaseRow> row = tables.cases().byNumber(number);
        Optional<Task> task = row.flatMap(found -> tables.tasks().ofCase(found.id()).stream()
                .filter(open -> Access.may(by, open) && Access.free(by, open))
                .findFirst());
        if (task.isEmpty() || materials.ofCase(row.get().id()).stream().noneMatch(file -> file.id() == material)) {
            return false;
        }
        Actor actor = Actor.of(by.id(), by.name(), task.get().post());
        tables.opinions().add(row.get().id(), material, sound, text.strip(), actor, clock.instant());
        return true;
    }

    private void record(TaskOfCase task, String kind, Account by) {
        CaseRow row = tables.cases().byId(task.caseId()).orElseThrow();
        Version version = catalogue
                .serving(row.head().item(), row.line())
                .map(ItemVersion::version)
                .orElse(row.head().version());
        Actor actor = Actor.of(by.id(), by.name(), task.task().post());
        tables.events()
                .add(
                        row.id(),
                        List.of(Recorded.of(clock.instant(), kind, task.task().step(), actor, "", version)));
    }
}
