package org.openhall.bench.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.openhall.bench.hall.Person;
import org.openhall.bench.item.BenchItem;
import org.openhall.bench.item.Filled;
import org.openhall.bench.item.ItemVersion;
import org.openhall.bench.load.Failures;
import org.openhall.bench.ways.CommandWay;
import org.openhall.bench.ways.Way;
import org.openhall.distribution.Hall;

/**
 * What all clients of a hall have in common.
 *
 * @param item its key
 * @param answers fifteen of them, as JSON, by version of the item
 * @param citizens who apply
 * @param acts one by each of three officials
 * @param paper KB of the file that is handed in with each case, 0 for none
 * @param receipts what was acknowledged
 * @param failures what went wrong
 */
public record CaseWork(
        String item,
        Map<String, String> answers,
        List<Person> citizens,
        List<Act> acts,
        int paper,
        Receipts receipts,
        Failures failures) {

    /** Key of the item. */
    public static final String ITEM = "bench";

    /** The version that comes in first. */
    public static final ItemVersion VERSION = new ItemVersion(1, 0, 0);

    /** Brings the item into a demo hall and signs its people in. */
    public static CaseWork in(Hall hall, int paper, Failures failures) {
        BenchItem item = item(VERSION);
        Way.Said said = new CommandWay(hall).offer(item);
        if (!said.done()) {
            throw new IllegalStateException("the item did not come in: " + said.text());
        }
        return new CaseWork(
                item.key(),
                new ConcurrentHashMap<>(),
                Person.citizens(hall),
                List.of(
                        new Act("intake", "accept", Person.of(hall, "wangmin")),
                        new Act("review", "pass", Person.of(hall, "sunli")),
                        new Act("approve", "approve", Person.of(hall, "qianjun"))),
                paper,
                new Receipts(),
                failures);
    }

    /** A version of the item, with three acts and a file that may be handed in. */
    public static BenchItem item(ItemVersion version) {
        return BenchItem.of(ITEM, version).reviewed().papered();
    }

    /** The same work with a file of so many KB in each case. */
    public CaseWork withPaper(int kilobytes) {
        return new CaseWork(item, answers, citizens, acts, kilobytes, receipts, failures);
    }

    /** So many clients, each with a case of his own. */
    public List<CaseClient> clients(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new CaseClient(this, citizens.get(i % citizens.size())))
                .toList();
    }

    /** Answers that the form of a version accepts. */
    String answers(String version) {
        return answers.computeIfAbsent(version, any -> Filled.form(ItemVersion.parse(any)));
    }

    /** How many requests one case takes. */
    public int requests() {
        return way().size();
    }

    /** Requests of one case. */
    List<Step> way() {
        var way = new ArrayList<>(List.of(Step.OPEN, Step.ANSWER));
        if (paper > 0) {
            way.add(Step.UPLOAD);
        }
        way.add(Step.SUBMIT);
        acts.forEach(any -> way.addAll(List.of(Step.FIND, Step.ACT)));
        return List.copyOf(way);
    }

    /** The kinds of requests. */
    enum Step {
        OPEN,
        ANSWER,
        UPLOAD,
        SUBMIT,
        FIND,
        ACT
    }
}
