package org.openhall.portal.internal.web.desk;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.cases.CaseState;
import org.openhall.api.cases.ClockReading;
import org.openhall.api.cases.Desk;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Limit;
import org.openhall.api.catalogue.Version;
import org.openhall.api.forms.Form;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.api.paging.Page;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Post;
import org.openhall.item.Answers;
import org.openhall.item.Applicant;

/** A desk with one case of a little item, and one official. */
final class SmallDesk {

    static final Account WANG =
            new Account(9, "wang", AccountKind.OFFICIAL, "王敏", "", false, List.of(new Post("intake", "d-1", "341600")));
    static final String NUMBER = "20261120-000127";

    private static final Version VERSION = new Version(1, 3, 0);
    private static final Instant FILED = Instant.parse("2026-11-20T06:26:00Z");
    private static final Instant DUE = Instant.parse("2026-11-27T09:00:00Z");
    private static final Limit LIMIT = new Limit(5, Limit.Unit.WORKING);

    /** What an act is answered with. */
    Desk.Acted answer = new Desk.Done(NUMBER, CaseState.ACCEPTED, List.of("look"));
    /** Whether the item's version is in the hall. */
    boolean versionThere = true;
    /** Whether its code is away. */
    Optional<CaseFile.Waiting> waiting = Optional.empty();
    /** What serves the case now. */
    Optional<CaseFile.Serving> serving = Optional.empty();
    /** What happened to the case after it was filed. */
    final List<CaseFile.Event> later = new ArrayList<>();
    /** Acts and queries as they came. */
    final List<Desk.Act> acts = new ArrayList<>();

    final List<Desk.Query> queries = new ArrayList<>();
    final List<String> opinions = new ArrayList<>();

    Map<String, Desk.Count> counts(Account official) {
        return Map.of("intake", new Desk.Count(1, 2, 3, 0));
    }

    Page<Desk.Row> tasks(Account official, Desk.Query query) {
        queries.add(query);
        return new Page<>(List.of(new Desk.Row(head(), task(), clock())), Optional.of("k1"));
    }

    Optional<CaseFile> open(String number, Account official) {
        return number.equals(NUMBER) ? Optional.of(file()) : Optional.empty();
    }

    List<CaseFile.Task> doable(CaseFile file, Account official) {
        return file.tasks();
    }

    Desk.Acted act(Desk.Act act) {
        acts.add(act);
        return answer;
    }

    boolean claim(long task, Account official) {
        return false;
    }

    boolean opine(String number, long material, boolean sound, String text, Account by) {
        opinions.add(material + " " + sound + " " + text);
        return true;
    }

    /** Of the catalogue: the version of the little item. */
    Optional<ItemVersion> serving(String item, String line) {
        return versionThere ? Optional.of(version()) : Optional.empty();
    }

    private CaseFile file() {
        return new CaseFile(
                head(),
                new Applicant(Applicant.Kind.LEGAL, "亳州市晨光有限公司", "91341600MA2N8K4T7A", true),
                Answers.of(Map.of("plate", "皖S 12345")),
                List.of(new StoredMaterial(5, "plan", "平面图.png", "image/png", 2_516_582, "ab", FILED)),
                List.of(),
                List.of(
                        new CaseFile.CaseFinding("", "/plate", "rule.size", List.of("21")),
                        new CaseFile.CaseFinding("slow", "", "", List.of())),
                List.of(task()),
                events(),
                new ClockReading(ClockReading.State.WAITING, new Limit(10, Limit.Unit.WORKING), Optional.empty(), 10),
                List.of(),
                serving,
                waiting);
    }

    private List<CaseFile.Event> events() {
        var events = new ArrayList<>(List.of(new CaseFile.Event(FILED, "filed", "", "", "陈晓舟", "", "", VERSION)));
        events.addAll(later);
        return events;
    }

    static CaseFile.Event acted(String step, String outcome, String actor) {
        return new CaseFile.Event(FILED, "acted", step, outcome, actor, "", "", VERSION);
    }

    private static CaseHead head() {
        return new CaseHead(
                1,
                NUMBER,
                "parking",
                "停车位申请",
                "p-1",
                VERSION,
                CaseState.SUBMITTED,
                Applicant.Kind.LEGAL,
                "亳州市晨光有限公司",
                "陈晓舟",
                "d-1",
                "341600",
                FILED,
                Optional.empty(),
                Optional.empty(),
                List.of("desk"));
    }

    private static CaseFile.Task task() {
        return new CaseFile.Task(
                77,
                "desk",
                "intake",
                "d-1",
                "341600",
                Optional.empty(),
                "",
                FILED,
                Optional.of(DUE),
                Optional.empty(),
                "");
    }

    private static ClockReading clock() {
        return new ClockReading(ClockReading.State.RUNNING, LIMIT, Optional.of(DUE), 3);
    }

    private static ItemVersion version() {
        var steps = Map.of(
                "desk",
                new ItemDefinition.Step(
                        "desk",
                        "intake",
                        Optional.empty(),
                        Optional.of(LIMIT),
                        List.of(),
                        Optional.empty(),
                        Map.of(
                                "decline",
                                new ItemDefinition.Outcome(
                                        "decline",
                                        List.of(),
                                        Optional.of("declined"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        true,
                                        Optional.empty()))));
        var definition = new ItemDefinition(
                "parking",
                VERSION,
                List.of(),
                List.of(),
                new ItemDefinition.Guide(List.of(), "full", 0, "none", 0, List.of(), List.of(), false),
                new ItemDefinition.Limits(new Limit(10, Limit.Unit.WORKING), Optional.empty()),
                List.of(new ItemDefinition.MaterialSpec(
                        "plan", ItemDefinition.Need.REQUIRED, Map.of(), List.of("png"), 1, 1_000_000)),
                List.of("desk"),
                steps,
                List.of(),
                List.of(),
                0);
        var texts = Map.of(
                "zh",
                Map.of(
                        "name", "停车位申请",
                        "step.desk.name", "窗口核对",
                        "step.look.name", "现场查看",
                        "material.plan.name", "平面图",
                        "rule.size", "面积 {0} 平方米，请核对"));
        return new ItemVersion(definition, "00", form(), texts, Map.of());
    }

    /** A form that can say its answers in words, and nothing else. */
    private static Form form() {
        return (Form) Proxy.newProxyInstance(
                Form.class.getClassLoader(), new Class<?>[] {Form.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("summary")) {
                        throw new AssertionError("This form cannot " + method.getName());
                    }
                    return List.of(new Form.Section(
                            "p",
                            "车辆",
                            List.of(
                                    new Form.Line("/plate", "plate", "车牌", List.of("皖S 12345"), false),
                                    new Form.Line("/note", "note", "备注", List.of(), false))));
                });
    }
}
