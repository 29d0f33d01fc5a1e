package org.openhall.cases.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.api.cases.CaseFile.CaseFinding;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.materials.Materials;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.api.users.Accounts;
import org.openhall.cases.internal.Replay.Stored;
import org.openhall.item.Answers;
import org.openhall.item.Applicant;

/** Reads the last cases of an item with all a dry run needs, some at a time; holds no lock. */
final class ReplayCases {

    private final CaseTables tables;
    private final Catalogue catalogue;
    private final Materials materials;
    private final KnownValues known;

    ReplayCases(CaseTables tables, Catalogue catalogue, Materials materials, Accounts accounts) {
        this.tables = tables;
        this.catalogue = catalogue;
        this.materials = materials;
        this.known = new KnownValues(accounts);
    }

    /** In the open transaction. */
    List<Stored> before(String item, long id, int limit) {
        List<CaseRow> rows = tables.cases().ofItem(item, id, limit);
        Set<Long> ids = rows.stream().map(CaseRow::id).collect(Collectors.toSet());
        Map<Long, Answers> answers = tables.answers().ofCases(ids);
        Map<Long, List<StoredMaterial>> files = materials.ofCases(ids);
        Map<Long, List<CaseFinding>> findings = tables.findings().ofCases(ids);
        Map<String, Implementation> implementations = catalogue.implementations(
                rows.stream().map(row -> row.head().implementation()).collect(Collectors.toSet()));
        Map<List<Long>, Map<String, String>> people = new HashMap<>();
        return rows.stream()
                .map(row -> new Stored(
                        row,
                        answers.get(row.id()),
                        known(row, people),
                        files.getOrDefault(row.id(), List.of()),
                        findings.getOrDefault(row.id(), List.of()),
                        java.util.Optional.ofNullable(
                                implementations.get(row.head().implementation()))))
                .toList();
    }

    /** What the hall knows today, but about the applicant what it knew when the case was filed. */
    private Map<String, String> known(CaseRow row, Map<List<Long>, Map<String, String>> people) {
        Map<String, String> values = new LinkedHashMap<>(
                people.computeIfAbsent(List.of(row.account(), row.party()), any -> today(row.account(), row.party())));
        Applicant applicant = row.applicant();
        values.put("party.name", applicant.name());
        values.put("party.idNumber", applicant.idNumber());
        values.put("party.phone", row.phone());
        values.put("account.name", row.head().filedBy());
        values.values().removeIf(String::isEmpty);
        return values;
    }

    private Map<String, String> today(long account, long party) {
        try {
            return known.of(account, party);
        } catch (NoSuchElementException gone) {
            // The account was deleted since; the case itself says the rest.
            return Map.of();
        }
    }
}
