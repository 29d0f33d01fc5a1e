package org.openhall.portal.internal.web.mine;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseFile.Event;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.cases.CaseState;
import org.openhall.api.cases.Cases;
import org.openhall.api.cases.ClockReading;
import org.openhall.api.catalogue.Limit;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.api.paging.Page;
import org.openhall.api.users.Account;
import org.openhall.api.users.Directory;
import org.openhall.item.Answers;
import org.openhall.item.Applicant;
import org.openhall.portal.internal.FakeHall;
import org.openhall.portal.internal.PortalUnderTest;
import org.openhall.portal.internal.web.filing.SmallDesk;
import org.openhall.portal.internal.web.filing.SmallItem;

/** One draft and one case of an applicant, under way or refused, and their pages. */
abstract class MineUnderTest {

    static final String NUMBER = "20261121-000001";
    static final Instant LATER = FakeHall.NOW.plusSeconds(5 * 24 * 3600);

    static final Limit TEN = new Limit(10, Limit.Unit.WORKING);
    final SmallDesk desk = new SmallDesk();

    final SmallItem.Shelf shelf = new SmallItem.Shelf();
    CaseFile file = underWay();

    final PortalUnderTest portal = new PortalUnderTest(desk.hall(shelf)
            .with(Directory.class, new Object() {
                @SuppressWarnings("unused")
                public Optional<Directory.Department> department(String code) {
                    return Optional.of(new Directory.Department("d-1", "交通局", "341600"));
                }

                @SuppressWarnings("unused")
                public Optional<Directory.Region> region(String code) {
                    return Optional.empty();
                }
            })
            .with(Cases.class, new Object() {
                @SuppressWarnings("unused")
                public Page<CaseHead> list(Account by, int limit, Optional<String> after) {
                    return new Page<>(List.of(file.head()), after.isEmpty() ? Optional.of("a b") : Optional.empty());
                }

                @SuppressWarnings("unused")
                public Optional<CaseFile> find(String number, Account by) {
                    return Optional.of(file).filter(found -> number.equals(NUMBER));
                }

                @SuppressWarnings("unused")
                public Cases.Asked progress(String number, String code, String address) {
                    return new Cases.Progress(
                            file.head(), file.events(), List.of("check", "decide"), file.clock(), file.waiting());
                }

                @SuppressWarnings("unused")
                public Optional<String> queryCode(String number, Account by) {
                    return Optional.of("K7M2-9QXA");
                }
            })
            .services());

    @AfterEach
    void stop() {
        portal.close();
    }

    HttpResponse<String> get(String path) {
        return portal.get(path, "Cookie", "hall-session=anna");
    }

    static CaseFile underWay() {
        return file(
                CaseState.ACCEPTED,
                List.of(
                        new Event(FakeHall.NOW, "filed", "", "", "张三丰", "", "", SmallItem.VERSION),
                        new Event(FakeHall.NOW, "claimed", "intake", "", "王敏", "intake", "", SmallItem.VERSION),
                        new Event(
                                FakeHall.NOW, "acted", "intake", "accept", "王敏", "intake", "材料齐全", SmallItem.VERSION)),
                List.of(task("intake", true), task("check", false)),
                List.of(),
                new ClockReading(ClockReading.State.RUNNING, TEN, Optional.of(LATER), 3));
    }

    static CaseFile refused() {
        return file(
                CaseState.REFUSED,
                List.of(
                        new Event(FakeHall.NOW, "filed", "", "", "张三丰", "", "", SmallItem.VERSION),
                        new Event(FakeHall.NOW, "acted", "check", "pass", "李强", "review", "内部看法", SmallItem.VERSION),
                        new Event(
                                FakeHall.NOW,
                                "acted",
                                "decide",
                                "refuse",
                                "赵青",
                                "approve",
                                "<没有车位>",
                                SmallItem.VERSION)),
                List.of(task("decide", true)),
                List.of(
                        new CaseFile.IssuedDocument("letter", FakeHall.NOW),
                        new CaseFile.IssuedDocument("evil", FakeHall.NOW)),
                new ClockReading(ClockReading.State.STOPPED, TEN, Optional.empty(), 0));
    }

    static Task task(String step, boolean done) {
        return new Task(
                1,
                step,
                "approve",
                "d-1",
                "341600",
                Optional.empty(),
                "",
                FakeHall.NOW,
                Optional.of(LATER),
                done ? Optional.of(FakeHall.NOW) : Optional.empty(),
                done ? "pass" : "");
    }

    static CaseFile file(
            CaseState state,
            List<Event> events,
            List<Task> tasks,
            List<CaseFile.IssuedDocument> documents,
            ClockReading clock) {
        var head = new CaseHead(
                1,
                NUMBER,
                "parking",
                "停车位申请",
                "p-1",
                SmallItem.VERSION,
                state,
                Applicant.Kind.NATURAL,
                "张三丰",
                "张三丰",
                "d-1",
                "341600",
                FakeHall.NOW,
                clock.due(),
                state.ended() ? Optional.of(FakeHall.NOW) : Optional.empty(),
                tasks.stream().filter(Task::open).map(Task::step).toList());
        return new CaseFile(
                head,
                new Applicant(Applicant.Kind.NATURAL, "张三丰", "110101199003070000", false),
                Answers.of(Map.of("owner", "张三丰", "plate", "皖S12345")),
                List.of(new StoredMaterial(40, "licence", "车.jpg", "image/jpeg", 2048, "ab", FakeHall.NOW)),
                List.of(),
                List.of(),
                tasks,
                events,
                clock,
                documents,
                Optional.empty(),
                Optional.empty());
    }

    static CaseFile with(CaseFile file, Optional<CaseFile.Serving> serving, Optional<CaseFile.Waiting> waiting) {
        return new CaseFile(
                file.head(),
                file.applicant(),
                file.answers(),
                file.materials(),
                file.opinions(),
                file.findings(),
                file.tasks(),
                file.events(),
                file.clock(),
                file.documents(),
                serving,
                waiting);
    }
}
