package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.bench.cases.CaseClient;
import org.openhall.bench.cases.CaseWork;
import org.openhall.bench.cases.StoredCases;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Load;

/** The bench's cases, in small: {@code ./hall bench cases} measures how many there can be in a second. */
class CaseLoadIT {

    private static final int PAPER_KB = 50;
    private static final int CLIENTS = 3;

    @Test
    void everyCaseWithAReceiptIsThereOnceAndDecided() {
        try (Hall hall = Hall.demo()) {
            var failures = new Failures();
            CaseWork work = CaseWork.in(hall, PAPER_KB, failures);
            List<CaseClient> clients = work.clients(CLIENTS);

            Load.closedEach(hall.address(), clients::get, failures)
                    .start(CLIENTS)
                    .stopAfter(Duration.ofSeconds(10));
            CaseClient.finish(hall, clients);

            assertThat(failures.examples()).isEmpty();
            assertThat(work.receipts().decided().size())
                    .isEqualTo(work.receipts().filed().size())
                    .isGreaterThan(5);
            assertThat(work.receipts().uploads())
                    .isEqualTo(work.receipts().filed().size());
            StoredCases stored = StoredCases.of(hall, work);
            assertThat(stored.good()).as("%s", stored).isTrue();
            assertThat(stored.stored()).isEqualTo(work.receipts().filed().size());
        }
    }
}
