package org.openhall.cases.internal;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.materials.Materials;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.api.storage.Transactions;

/** Files in memory, each owned by a draft until it is handed over. */
final class TestMaterials implements Materials {

    private record Held(long draft, Optional<Long> caseId, StoredMaterial material) {}

    private final Transactions transactions;
    private final AtomicLong ids = new AtomicLong();
    private List<Held> held = List.of();
    private boolean broken;

    TestMaterials(Transactions transactions) {
        this.transactions = transactions;
    }

    synchronized StoredMaterial put(long draft, String code) {
        StoredMaterial material = new StoredMaterial(
                ids.incrementAndGet(), code, code + ".pdf", "application/pdf", 9, "a".repeat(64), Instant.EPOCH);
        List<Held> more = new ArrayList<>(held);
        more.add(new Held(draft, Optional.empty(), material));
        held = more;
        return material;
    }

    void breakOnHandOver() {
        broken = true;
    }

    @Override
    public synchronized List<StoredMaterial> handOver(long draft, long caseId) {
        if (broken) {
            throw new IllegalStateException("handing over broke");
        }
        transactions.afterCommit(() -> give(draft, caseId));
        return ofDraft(draft);
    }

    private synchronized void give(long draft, long caseId) {
        held = held.stream()
                .map(file -> file.draft() == draft && file.caseId().isEmpty()
                        ? new Held(draft, Optional.of(caseId), file.material())
                        : file)
                .toList();
    }

    @Override
    public synchronized void discard(long draft) {
        held = held.stream().filter(file -> file.draft() != draft).toList();
    }

    @Override
    public synchronized List<StoredMaterial> ofDraft(long draft) {
        return held.stream()
                .filter(file -> file.draft() == draft && file.caseId().isEmpty())
                .map(Held::material)
                .toList();
    }

    @Override
    public synchronized List<StoredMaterial> ofCase(long caseId) {
        return held.stream()
                .filter(file -> file.caseId().equals(Optional.of(caseId)))
                .map(Held::material)
                .toList();
    }

    @Override
    public Map<Long, List<StoredMaterial>> ofCases(Set<Long> cases) {
        return cases.stream().collect(Collectors.toMap(id -> id, this::ofCase));
    }

    @Override
    public Upload add(long draft, MaterialSpec spec, String fileName, InputStream content) {
        throw new UnsupportedOperationException("No test uploads");
    }

    @Override
    public synchronized boolean remove(long draft, long material) {
        int before = held.size();
        held = held.stream()
                .filter(file -> file.draft() != draft || file.material().id() != material)
                .toList();
        return held.size() < before;
    }

    @Override
    public Optional<InputStream> open(String sha256) {
        return Optional.empty();
    }
}
