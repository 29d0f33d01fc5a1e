package org.openhall.shell.internal.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.api.forms.Defect;
import org.openhall.api.paging.Page;
import org.openhall.api.storage.Backups;

/** A hall that notes what it is asked to do. It has {@code size} items and answers every act with {@code answer}. */
final class FakeHall implements Door, Deployments, Backups {

    final List<String> asked = new ArrayList<>();
    int size = 1;
    Deployments.Result answer = new Done(List.of("It is done."));
    Entry entry = new Entered("kiosk", new Version(1, 3, 0), true, List.of("Line 1.3 is served by 1.3.0."));

    Backups.Result backup = new Made(
            3_456,
            120_345,
            31,
            4_200_000,
            new Lacking(0, List.of()),
            new Lacking(0, List.of()),
            3_100_000,
            Duration.ofMillis(12_300));

    static Door.Refused refused() {
        return new Door.Refused(List.of(
                new Defect("OPENHALL-INF/item.yaml", 9, "There is no post aprove.", "没有岗位 aprove。"),
                new Defect("OPENHALL-INF/i18n/en.properties", 0, "The name is missing.", "缺少名称。")));
    }

    private Deployments.Result act(String what, Operator by) {
        asked.add(what + " by " + by.name());
        return answer;
    }

    @Override
    public Backups.Result make(Path file, Consumer<Progress> progress) {
        asked.add("backup " + file);
        progress.accept(new Progress(120_000, 30, 4_500_000));
        return backup;
    }

    @Override
    public Entry offer(Path file, Then then, Operator by) {
        asked.add(then + " " + file + " by " + by.name());
        return entry;
    }

    @Override
    public Page<Deployed> items(int limit, Optional<String> after, Operator by) {
        int from = after.map(Integer::parseInt).orElse(0);
        int to = Math.min(size, from + limit);
        return new Page<>(
                IntStream.range(from, to).mapToObj(n -> deployed("kiosk-" + n)).toList(),
                to < size ? Optional.of("" + to) : Optional.empty());
    }

    private static Deployed deployed(String key) {
        return new Deployed(
                key,
                Map.of("zh", "报刊亭", "en", "Kiosk"),
                "b",
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    @Override
    public boolean may(String item, Operator by) {
        throw new UnsupportedOperationException("No command asks only whether it may");
    }

    @Override
    public Duration grace() {
        throw new UnsupportedOperationException("No command says it");
    }

    @Override
    public Optional<Deployed> item(String item, Operator by) {
        return item.equals("kiosk") ? Optional.of(deployed(item)) : Optional.empty();
    }

    @Override
    public Deployments.Result activate(String item, Version version, boolean hard, Operator by) {
        return act("activate " + item + " " + version + (hard ? " hard" : ""), by);
    }

    @Override
    public Deployments.Result plan(String item, Version version, Instant at, boolean hard, Operator by) {
        return act("plan " + item + " " + version + " at " + at + (hard ? " hard" : ""), by);
    }

    @Override
    public Deployments.Result cancelPlan(String item, Operator by) {
        return act("cancel " + item, by);
    }

    @Override
    public Deployments.Result rollback(String item, Optional<Version> to, Operator by) {
        return act("rollback " + item + to.map(version -> " " + version).orElse(""), by);
    }

    @Override
    public Deployments.Result retire(String item, Optional<String> line, Operator by) {
        return act("retire " + item + line.map(one -> " " + one).orElse(""), by);
    }

    @Override
    public Deployments.Result withdraw(String item, String line, Operator by) {
        return act("withdraw " + item + " " + line, by);
    }

    @Override
    public Deployments.Result restore(String item, String line, Operator by) {
        return act("restore " + item + " " + line, by);
    }

    @Override
    public Deployments.Result reset(String item, String line, Operator by) {
        return act("reset " + item + " " + line, by);
    }

    @Override
    public Page<Recorded> record(Optional<String> item, int limit, Optional<String> after, Operator by) {
        int from = after.map(Integer::parseInt).orElse(0);
        int to = Math.min(size, from + limit);
        return new Page<>(
                IntStream.range(from, to)
                        .mapToObj(n -> new Recorded(
                                n,
                                item.orElse("any"),
                                Optional.of("1.3." + n),
                                Kind.ACTIVATED,
                                Instant.EPOCH,
                                Optional.empty(),
                                "deploy",
                                List.of()))
                        .toList(),
                to < size ? Optional.of("" + to) : Optional.empty());
    }
}
