package org.openhall.portal.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployed.Plan;
import org.openhall.api.catalogue.Deployments.Done;
import org.openhall.api.catalogue.Deployments.Kind;
import org.openhall.api.catalogue.Deployments.Recorded;
import org.openhall.api.catalogue.Deployments.Result;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.api.paging.Page;
import org.openhall.api.storage.KeyReused;
import org.openhall.api.storage.RequestKey;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Directory;
import org.openhall.api.users.Post;
import org.openhall.api.users.Posts;

/** The door and the record of {@link SmallItems}. */
public final class SmallDeployments {

    /** Administers the whole hall. */
    public static final Account ADMIN =
            new Account(1, "admin", AccountKind.ADMINISTRATOR, "大厅管理员", "", false, List.of(Post.ofHall()));
    /** Administers the items of department d-1. */
    public static final Account HE = new Account(
            2,
            "he",
            AccountKind.ADMINISTRATOR,
            "何静",
            "",
            false,
            List.of(new Post(Posts.ADMINISTRATE, "d-1", "341600")));

    /** What came, in order: "activate parking 1.4.0 hard=false by 何静". */
    public final List<String> acts = new ArrayList<>();
    /** What an act is answered with. */
    public Result result = new Done(List.of("1.4.0 serves the line 1.4"));
    /** What the door says. */
    public Door.Entry entry = new Door.Entered("parking", new Version(1, 5, 0), false, List.of("12 files read"));
    /** The planned activation. */
    public Optional<Plan> plan = Optional.empty();
    /** The newest entries of the record. */
    public final List<Recorded> record = new ArrayList<>(List.of(
            new Recorded(
                    7,
                    "parking",
                    Optional.of("1.4.0"),
                    Kind.ENTERED,
                    SmallItems.at(3),
                    Optional.of(2L),
                    "何静",
                    List.of("12 files read", "kept")),
            new Recorded(
                    6,
                    "parking",
                    Optional.of("1.3.0"),
                    Kind.ACTIVATED,
                    SmallItems.at(200),
                    Optional.empty(),
                    "deploy",
                    List.of())));

    private final Map<RequestKey, String> requests = new HashMap<>();

    /** All parts of the administration that this is, given to a hall. */
    public FakeHall in(FakeHall hall) {
        return hall.with(org.openhall.api.catalogue.Deployments.class, this)
                .with(Door.class, this)
                .with(org.openhall.api.storage.Transactions.class, this)
                .with(org.openhall.api.storage.Requests.class, this)
                .with(Directory.class, this)
                .signedIn(ADMIN)
                .signedIn(HE);
    }

    Map<String, String> departmentNames() {
        return Map.of("d-1", "亳州市城市管理局", "d-2", "亳州市交通运输局");
    }

    Page<Deployed> items(int limit, Optional<String> after, Operator by) {
        return new Page<>(
                SmallItems.with(plan).stream()
                        .filter(item -> by.may(item.departments()))
                        .toList(),
                Optional.empty());
    }

    boolean may(String item, Operator by) {
        return item(item, by).isPresent();
    }

    Duration grace() {
        return Duration.ofHours(24);
    }

    Optional<Deployed> item(String item, Operator by) {
        return items(100, Optional.empty(), by).entries().stream()
                .filter(found -> found.item().equals(item))
                .findFirst();
    }

    Page<Recorded> record(Optional<String> item, int limit, Optional<String> after, Operator by) {
        return new Page<>(
                record.stream()
                        .filter(act ->
                                item.filter(key -> !key.equals(act.item())).isEmpty())
                        .limit(limit)
                        .toList(),
                Optional.of("r9"));
    }

    Result activate(String item, Version version, boolean hard, Operator by) {
        return did("activate " + item + " " + version + " hard=" + hard, Kind.ACTIVATED, version.toString(), by);
    }

    Result plan(String item, Version version, Instant at, boolean hard, Operator by) {
        return did("plan " + item + " " + version + " " + at + " hard=" + hard, Kind.PLANNED, version.toString(), by);
    }

    Result cancelPlan(String item, Operator by) {
        return did("cancel " + item, Kind.CANCELLED, "1.4.0", by);
    }

    Result rollback(String item, Optional<Version> to, Operator by) {
        return did(
                "rollback " + item + " " + to.orElseThrow(),
                Kind.ROLLED_BACK,
                to.get().toString(),
                by);
    }

    Result retire(String item, Optional<String> line, Operator by) {
        return did("retire " + item + " " + line.orElse("all"), Kind.RETIRED, serving(line.orElse("1.3")), by);
    }

    Result withdraw(String item, String line, Operator by) {
        return did("withdraw " + item + " " + line, Kind.WITHDRAWN, serving(line), by);
    }

    Result restore(String item, String line, Operator by) {
        return did("restore " + item + " " + line, Kind.RESTORED, serving(line), by);
    }

    Result reset(String item, String line, Operator by) {
        return did("reset " + item + " " + line, Kind.RESET, serving(line), by);
    }

    Door.Entry offer(Path file, Door.Then then, Operator by) {
        try {
            acts.add("offer " + file.getFileName() + " " + Files.size(file) + " " + then + " by " + by.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entry;
    }

    <T> T run(Supplier<T> work) {
        return work.get();
    }

    void run(Runnable work) {
        work.run();
    }

    <T> T once(
            Optional<RequestKey> asked,
            Supplier<T> effect,
            Function<? super T, String> reference,
            Function<String, T> again) {
        RequestKey request = asked.orElseThrow();
        if (requests.keySet().stream().anyMatch(known -> known.key().equals(request.key()) && !known.equals(request))) {
            throw new KeyReused();
        }
        if (requests.containsKey(request)) {
            return again.apply(requests.get(request));
        }
        T made = effect.get();
        requests.put(request, reference.apply(made));
        return made;
    }

    void settle(RequestKey request, String reference) {
        requests.put(request, reference);
    }

    private Result did(String what, Kind kind, String version, Operator by) {
        acts.add(what + " by " + by.name());
        if (result instanceof Done done) {
            record.add(
                    0,
                    new Recorded(
                            record.size() + 10,
                            "parking",
                            Optional.of(version).filter(text -> !text.isEmpty()),
                            kind,
                            FakeHall.NOW,
                            by.account(),
                            by.name(),
                            done.report()));
        }
        return result;
    }

    /** What the record says of an act on a line. */
    private static String serving(String line) {
        return line.equals("1.2") ? "1.2.4" : line + ".0";
    }
}
