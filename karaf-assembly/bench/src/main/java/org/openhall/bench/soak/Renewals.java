package org.openhall.bench.soak;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openhall.bench.cases.CaseWork;
import org.openhall.bench.item.ItemVersion;
import org.openhall.bench.load.Failures;
import org.openhall.bench.ways.CommandWay;
import org.openhall.bench.ways.FolderWay;
import org.openhall.bench.ways.PageWay;
import org.openhall.bench.ways.Way;
import org.openhall.distribution.Hall;

/** Brings a new version of the item in again and again, by every way in turn. Each sixth is a minor; two minors later its line is retired. */
final class Renewals implements AutoCloseable {

    private static final int TO_MINOR = 6;

    private final CommandWay command;
    private final List<Way> ways;
    private final Failures failures;
    private final AtomicLong done = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;

    private ItemVersion version = CaseWork.VERSION;

    Renewals(Hall hall, Duration gap, Failures failures) {
        this.command = new CommandWay(hall);
        this.ways = List.of(new FolderWay(hall), command, new PageWay(hall));
        this.failures = failures;
        thread = new Thread(() -> renew(gap), "renewals");
        thread.setDaemon(true);
        thread.start();
    }

    /** How many versions came in. */
    long done() {
        return done.get();
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew(Duration gap) {
        try {
            for (int turn = 1; !ended.await(gap.toMillis(), TimeUnit.MILLISECONDS); turn++) {
                Way way = ways.get(turn % ways.size());
                version = turn % TO_MINOR == 0 ? version.nextMinor() : version.nextMicro();
                expect(way.offer(CaseWork.item(version)), version + " by " + way.name());
                done.incrementAndGet();
                if (turn % TO_MINOR == 0 && version.minor() > 1) {
                    String line = version.major() + "." + (version.minor() - 2);
                    expect(command.retire(CaseWork.ITEM, line), "retiring " + line);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failures.add("deployment", e.toString());
        }
    }

    private void expect(Way.Said said, String what) {
        if (!said.done()) {
            failures.add("deployment", what + ": " + said.text());
        }
    }
}
