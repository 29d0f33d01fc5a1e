package org.openhall.bench.crash;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.openhall.bench.item.BenchItem;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Pause;
import org.openhall.bench.ways.FolderWay;
import org.openhall.distribution.Hall;
import org.openhall.distribution.Postgres;

/**
 * People file and act; the hall, or the database under it, is killed at some moment; then what they were told is compared with what the hall
 * shows and with what its tables have. Rounds go on in one home, so that what was once acknowledged must outlive every later crash.
 */
public final class Crashes implements AutoCloseable {

    private static final long LONGEST_BACK_MILLIS = 60_000;

    private final Ground ground;
    private final Failures failures = new Failures();
    private final AtomicLong seeds = new AtomicLong();
    private final List<Paper> papers = new ArrayList<>();
    private final Random moments;
    private final int people;
    private final int loadMillis;
    private boolean looksEachRound = true;
    private Hall hall;
    private Staff staff;

    private Crashes(Ground ground, int people, int loadMillis, long seed) {
        this.ground = ground;
        this.people = people;
        this.loadMillis = loadMillis;
        this.moments = new Random(seed);
    }

    /**
     * On H2.
     *
     * @param people who file and act at once
     * @param loadMillis how long they do so, at most, before each crash
     * @param seed of the moments at which it comes
     */
    public static Crashes onH2(int people, int loadMillis, long seed) {
        return new Crashes(Ground.onH2(), people, loadMillis, seed);
    }

    /** The same on a PostgreSQL of its own; empty when the machine has none. */
    public static Optional<Crashes> onPostgres(int people, int loadMillis, long seed) {
        return Postgres.fresh().map(server -> onPostgres(server, server.newHome("crash"), people, loadMillis, seed));
    }

    /** The same on a server and in a home that were made before. */
    public static Crashes onPostgres(Postgres server, Path home, int people, int loadMillis, long seed) {
        return new Crashes(Ground.onPostgres(server, home), people, loadMillis, seed);
    }

    /** Opens the hall, with the item that is filed. */
    public Crashes open() {
        return open(Hall.on(ground.home()));
    }

    /** The same with a hall that was started on {@link #home} in a way of its own. */
    public Crashes open(Hall started) {
        hall = started.awaitReady();
        staff = Staff.of(hall);
        var said = new FolderWay(hall)
                .offer(BenchItem.of(Paper.ITEM, Paper.VERSION).papered());
        if (!said.done()) {
            throw new IllegalStateException("the item did not come in: " + said.text());
        }
        return this;
    }

    /** Looks into the tables only at the end, not after each crash; the hall itself is asked after each all the same. */
    public Crashes looksOnlyAtTheEnd() {
        looksEachRound = false;
        return this;
    }

    /** Kills the hall's process again and again; not any more once something was lost, so that everything lies there as it was then. */
    public List<Round> killHall(int rounds, Consumer<Round> told) {
        List<Round> done = new ArrayList<>();
        for (int i = 1; i <= rounds && failures.total() == 0; i++) {
            Crowd crowd = Crowd.start(hall.address(), people, staff, seeds, failures);
            awaitMoment(crowd);
            hall.kill();
            crowd.awaitEnd();
            papers.addAll(crowd.papers());
            // what the crash left, while the hall comes back to it
            CompletableFuture<Void> audit =
                    looksEachRound ? auditOfWhatIsLeft() : CompletableFuture.completedFuture(null);
            Round round = Round.of(i, restart(), crowd);
            audit.join();
            compare(crowd.papers());
            done.add(round);
            told.accept(round);
        }
        return done;
    }

    private CompletableFuture<Void> auditOfWhatIsLeft() {
        Books books = books();
        return CompletableFuture.runAsync(() -> audit(books, papers));
    }

    private Books books() {
        return new Books(ground.look(), ground.home().resolve("materials"), failures);
    }

    /** Kills the database server again and again; the hall goes on running. */
    public List<Round> killDatabase(int rounds, Consumer<Round> told) {
        List<Round> done = new ArrayList<>();
        for (int i = 1; i <= rounds && failures.total() == 0; i++) {
            Round round = endure(i, ground.server()::kill, 500 + moments.nextInt(1_000), ground.server()::start);
            audit(books(), papers);
            done.add(round);
            told.accept(round);
        }
        return done;
    }

    /**
     * While people file and act something goes wrong, and after a while it is right again. They must get no other answers than 503 meanwhile;
     * afterwards it goes on by itself.
     *
     * @param number of the round
     * @param goesWrong makes it go wrong
     * @param millis how long it stays so
     * @param isRight makes it right again
     * @throws IllegalStateException when it does not go on within a minute; there is nothing to compare then
     */
    public Round endure(int number, Runnable goesWrong, int millis, Runnable isRight) {
        Crowd crowd = Crowd.start(hall.address(), people, staff, seeds, failures);
        awaitMoment(crowd);
        goesWrong.run();
        Pause.millis(millis);
        long before = crowd.acknowledged(Paper.Step.SUBMIT);
        isRight.run();
        long back = awaitMore(crowd, before);
        Pause.millis(500);
        crowd.stop();
        if (!crowd.broken().isEmpty()) {
            failures.add("connection", "the hall was not killed, and yet: " + crowd.broken());
        }
        papers.addAll(crowd.papers());
        Round round = Round.of(number, back, crowd);
        compare(crowd.papers());
        return round;
    }

    /** Stops the hall as an administrator does and looks through everything once more. */
    public Failures finish() {
        new Shown(hall, failures).check(papers);
        hall.stop();
        Books books = books();
        books.auditNothingElse(papers);
        audit(books, papers);
        return failures;
    }

    /** Where the hall lies. */
    public Path home() {
        return ground.home();
    }

    /** The hall that runs now. */
    public Hall hall() {
        return hall;
    }

    /** Any moment, but not before something was acknowledged: a hall that was just opened may take a while over the first. */
    private void awaitMoment(Crowd crowd) {
        long began = System.nanoTime();
        while (crowd.acknowledged(Paper.Step.OPEN) == 0
                && crowd.broken().isEmpty()
                && (System.nanoTime() - began) / 1_000_000 < LONGEST_BACK_MILLIS) {
            Pause.millis(10);
        }
        Pause.millis(loadMillis / 2 + moments.nextInt(loadMillis / 2));
    }

    private long restart() {
        long began = System.nanoTime();
        hall = Hall.on(ground.home()).awaitReady();
        return (System.nanoTime() - began) / 1_000_000;
    }

    private long awaitMore(Crowd crowd, long before) {
        long began = System.nanoTime();
        while (crowd.acknowledged(Paper.Step.SUBMIT) == before && crowd.broken().isEmpty()) {
            if ((System.nanoTime() - began) / 1_000_000 > LONGEST_BACK_MILLIS) {
                crowd.stop();
                throw new IllegalStateException(
                        "nothing was filed for a minute after it was right again; before: " + failures.examples());
            }
            Pause.millis(10);
        }
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** Everybody asks again for what was not answered; then everything must be shown as it was acknowledged. */
    private void compare(List<Paper> some) {
        Crowd.repeat(hall.address(), some, failures);
        new Shown(hall, failures).check(some);
    }

    private void audit(Books books, List<Paper> all) {
        try (books) {
            books.audit(all);
        } catch (SQLException e) {
            failures.add("unreadable", "the books: " + e);
        }
    }

    @Override
    public void close() {
        if (hall != null) {
            hall.close();
        }
        ground.close();
    }
}
