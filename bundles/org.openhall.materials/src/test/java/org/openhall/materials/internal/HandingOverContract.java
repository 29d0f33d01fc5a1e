package org.openhall.materials.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.openhall.api.materials.Materials.Refused;
import org.openhall.api.materials.Materials.Stored;
import org.openhall.api.materials.Materials.Upload;
import org.openhall.api.materials.StoredMaterial;

/** What becomes of the files of a draft that is filed or deleted, on every database. */
abstract class HandingOverContract extends MaterialsGround {

    @Test
    void theFilesOfADraftGoOverToItsCase() {
        StoredMaterial stored = stored(1, Samples.pdf("a"));
        stored(2, Samples.pdf("of another draft"));

        List<StoredMaterial> given = storage.transactions().run(() -> materials.handOver(1, 77));

        assertThat(given).containsExactly(stored);
        assertThat(materials.ofCase(77)).containsExactly(stored);
        assertThat(materials.ofDraft(1)).isEmpty();
        assertThat(materials.remove(1, stored.id())).isFalse();
    }

    @Test
    void aRolledBackFilingLeavesTheFilesWithTheDraft() {
        StoredMaterial stored = stored(1, Samples.pdf("a"));

        assertThatThrownBy(() -> storage.transactions().run(() -> {
                    materials.handOver(1, 77);
                    throw new IllegalStateException("the filing failed");
                }))
                .hasMessage("the filing failed");

        assertThat(materials.ofDraft(1)).containsExactly(stored);
        assertThat(materials.ofCase(77)).isEmpty();
    }

    @Test
    void noFileFollowsBehindAFiling() {
        storage.transactions().run(() -> materials.handOver(1, 77));
        stored(2, Samples.pdf("a"));
        storage.transactions().run(() -> materials.discard(2));

        assertThat(add(1, "late.pdf", Samples.pdf("late"))).isEqualTo(new Refused("filed", List.of()));
        assertThat(add(2, "late.pdf", Samples.pdf("late"))).isEqualTo(new Refused("filed", List.of()));
        assertThat(materials.ofDraft(1)).isEmpty();
        assertThat(materials.ofDraft(2)).isEmpty();
        stored(3, Samples.pdf("of another draft"));
    }

    @Test
    void aRolledBackFilingLeavesTheDraftOpenForFiles() {
        assertThatThrownBy(() -> storage.transactions().run(() -> {
                    materials.handOver(1, 77);
                    throw new IllegalStateException("the filing failed");
                }))
                .hasMessage("the filing failed");

        stored(1, Samples.pdf("a"));
        assertThat(materials.ofDraft(1)).hasSize(1);
    }

    @Test
    void anUploadThatEndsWhileItsDraftIsFiledIsRefused() throws Exception {
        for (boolean hadFiles : List.of(false, true)) {
            long draft = hadFiles ? 2 : 1;
            if (hadFiles) {
                stored(draft, Samples.pdf("before"));
            }
            ExecutorService other = Executors.newSingleThreadExecutor();
            try {
                Future<Upload> late = storage.transactions().run(() -> {
                    materials.handOver(draft, 70 + draft);
                    Future<Upload> upload = other.submit(() -> add(draft, "late.pdf", Samples.pdf("late")));
                    // Its bytes have come and its row waits for this transaction.
                    assertThatThrownBy(() -> upload.get(500, TimeUnit.MILLISECONDS))
                            .isInstanceOf(TimeoutException.class);
                    return upload;
                });
                assertThat(late.get()).isEqualTo(new Refused("filed", List.of()));
            } finally {
                other.shutdownNow();
            }
            assertThat(materials.ofDraft(draft)).isEmpty();
            assertThat(materials.ofCase(70 + draft)).hasSize(hadFiles ? 1 : 0);
        }
    }

    @Test
    void whateverIsFasterNoFileStaysOnAFiledDraft() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 20; i++) {
                long draft = 100 + i;
                var together = new CyclicBarrier(2);
                Future<Upload> upload = threads.submit(() -> {
                    together.await();
                    return add(draft, "plan.pdf", Samples.pdf("plan"));
                });
                Future<List<StoredMaterial>> filing = threads.submit(() -> {
                    together.await();
                    return storage.transactions().run(() -> materials.handOver(draft, draft));
                });
                int kept = upload.get() instanceof Stored ? 1 : 0;
                assertThat(filing.get()).hasSize(kept);
                assertThat(materials.ofCase(draft)).hasSize(kept);
                assertThat(materials.ofDraft(draft)).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void handingOverNeedsATransaction() {
        assertThatThrownBy(() -> materials.handOver(1, 77)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> materials.discard(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDeletedDraftTakesItsFilesAlong() {
        stored(1, Samples.pdf("a"));
        storage.transactions().run(() -> materials.discard(1));
        assertThat(materials.ofDraft(1)).isEmpty();
    }
}
