package org.openhall.portal.internal.view.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhall.portal.internal.view.flow.Drawing.Box;
import org.openhall.portal.internal.view.flow.Drawing.Line;
import org.openhall.portal.internal.view.flow.Drawing.Text;
import org.openhall.portal.internal.view.flow.FlowGraph.Link;
import org.openhall.portal.internal.view.flow.Layers.Unit;
import org.openhall.portal.internal.view.flow.Places.Format;

class FlowLayoutTest {

    private static final Pattern CORNER = Pattern.compile("[MLQ ](-?\\d+) (-?\\d+)");

    @Test
    void aSimpleProcedureIsOneLineOfSteps() {
        assertThat(rows(SmallFlow.linear(), 3))
                .containsExactly("", "intake", "review", "approval", "issuing", "handover");
        Drawing drawing = draw(SmallFlow.linear(), Format.NARROW);
        assertThat(cards(drawing)).hasSize(5).extracting(Box::x).containsOnly(1);
        assertThat(words(drawing, "label")).contains("accept", "pass或fail", "decline");
        assertThat(words(drawing, "end")).contains("结束：declined", "结束：refused", "结束：completed");
    }

    @Test
    void stepsThatWaitForOthersStandBelowThem() {
        assertThat(rows(SmallFlow.parallel(), 3))
                .containsExactly("", "intake", "review|survey", "expert.opinion", "approval");
        FlowGraph graph = SmallFlow.starting("a", "b", "both")
                .step("a", "", "", "done")
                .step("b", "", "", "done")
                .step("both", "", "", "complete!completed")
                .waits("both", "a", "b")
                .graph();
        assertThat(graph.next(FlowGraph.START)).containsExactly("a", "b");
        assertThat(Ranks.of(graph).far())
                .containsEntry("a", 1)
                .containsEntry("b", 1)
                .containsEntry("both", 2);
    }

    @Test
    void aWayBackDoesNotPushAStepDown() {
        FlowGraph graph = SmallFlow.loop().graph();
        Ranks ranks = Ranks.of(graph);
        assertThat(ranks.back())
                .containsExactlyInAnyOrder(
                        new Link("review", "intake"), new Link("approval", "intake"), new Link("approval", "review"));
        assertThat(ranks.far())
                .containsEntry("intake", 1)
                .containsEntry("review", 2)
                .containsEntry("approval", 3);
        assertThat(ranks.after(graph, "review")).containsExactly("approval");
    }

    @Test
    void twelveDepartmentsStandTogetherInOneFrame() {
        assertThat(rows(SmallFlow.departments(), 3)).hasSize(4);
        for (Format format : List.of(Format.NARROW, Format.WIDE)) {
            Drawing drawing = draw(SmallFlow.departments(), format);
            Box frame = only(drawing, "frame");
            assertThat(cards(drawing).stream().filter(card -> inside(card, frame)))
                    .hasSize(12);
            assertThat(words(drawing, "title")).containsExactly("12 个同时");
            assertThat(words(drawing, "label").stream().filter("pass或fail"::equals))
                    .hasSize(1);
        }
    }

    @Test
    void twelveDepartmentsThatGoOnDifferentlyKeepTheirOwnWays() {
        SmallFlow flow = manyChains();
        assertThat(rows(flow, 3).stream().filter(row -> row.contains("|"))).hasSize(8);
        Drawing drawing = draw(flow, Format.WIDE);
        assertThat(tips(drawing)).hasSizeGreaterThanOrEqualTo(1 + 12 + 12 + 12);
    }

    @Test
    void aStepThatAnotherBundleAddsIsDrawnAsSuch() {
        assertThat(draw(SmallFlow.parallel(), Format.WIDE).boxes())
                .extracting(Box::kind)
                .filteredOn(kind -> kind.endsWith("flow-card-added"))
                .hasSize(1);
    }

    static Stream<SmallFlow> flows() {
        return Stream.of(
                SmallFlow.linear(), SmallFlow.parallel(), SmallFlow.loop(), SmallFlow.departments(), manyChains());
    }

    @ParameterizedTest
    @MethodSource("flows")
    void nothingLiesUponAnotherAndNothingSticksOut(SmallFlow flow) {
        for (Format format : List.of(Format.NARROW, Format.WIDE)) {
            Drawing drawing = draw(flow, format);
            assertThat(cards(drawing)).hasSize(flow.ids().size());
            List<Box> solid = new ArrayList<>(cards(drawing));
            drawing.boxes().stream().filter(box -> box.kind().equals("end")).forEach(solid::add);
            for (Box box : solid) {
                assertThat(box.x()).isNotNegative();
                assertThat(box.right()).isLessThanOrEqualTo(drawing.width());
                assertThat(box.bottom()).isLessThanOrEqualTo(drawing.height());
                assertThat(solid.stream().filter(other -> other != box && overlap(other, box)))
                        .isEmpty();
                assertThat(drawing.lines().stream().filter(line -> crosses(line, box)))
                        .as("lines through %s in %s", box, format)
                        .isEmpty();
            }
            for (Text text : drawing.texts()) {
                boolean bold = !text.kind().equals("label") && !text.kind().equals("fact");
                double right = text.x() + TextRuler.width(String.join(" · ", text.parts()), 14, bold);
                assertThat(right).as("%s", text).isLessThanOrEqualTo(drawing.width());
                if (text.kind().equals("label")) {
                    assertThat(solid.stream()
                                    .filter(box -> text.x() < box.right()
                                            && right > box.x()
                                            && text.y() > box.y()
                                            && text.y() - 10 < box.bottom()))
                            .as("boxes under %s", text)
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("flows")
    void everyWayThatLeadsOnEndsInAnArrow(SmallFlow flow) {
        FlowGraph graph = flow.graph();
        Layers layers = Layers.of(graph, Ranks.of(graph), Format.WIDE.columns());
        long ways = layers.rows().stream()
                .flatMap(List::stream)
                .flatMap(unit -> graph.exits(unit.first()).stream())
                .mapToLong(
                        exit -> exit.end().isPresent() ? 1 : layers.units(exit).size())
                .sum();
        assertThat(tips(draw(flow, Format.WIDE))).hasSize((int) ways);
    }

    /** Twelve pairs of steps, each pair for itself, and a join. */
    private static SmallFlow manyChains() {
        String[] first =
                Stream.iterate(1, n -> n + 1).limit(12).map(n -> "a" + n).toArray(String[]::new);
        SmallFlow flow = SmallFlow.starting(first);
        for (String one : first) {
            flow.step(one, "", "", "pass>b" + one, "stop!refused");
            flow.step("b" + one, "", "", "pass>join");
        }
        return flow.step("join", "", "", "complete!completed", "again>a1")
                .waits("join", Stream.of(first).map(one -> "b" + one).toArray(String[]::new));
    }

    private static Drawing draw(SmallFlow flow, Format format) {
        return FlowLayout.draw(flow.graph(), format, new PlainWords());
    }

    private static List<String> rows(SmallFlow flow, int columns) {
        FlowGraph graph = flow.graph();
        return Layers.of(graph, Ranks.of(graph), columns).rows().stream()
                .map(row -> String.join("|", row.stream().map(Unit::first).toList()))
                .toList();
    }

    private static List<Box> cards(Drawing drawing) {
        return drawing.boxes().stream()
                .filter(box -> box.kind().startsWith("card"))
                .toList();
    }

    private static List<Line> tips(Drawing drawing) {
        return drawing.lines().stream()
                .filter(line -> line.kind().startsWith("tip"))
                .toList();
    }

    private static Box only(Drawing drawing, String kind) {
        List<Box> found =
                drawing.boxes().stream().filter(box -> box.kind().equals(kind)).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<String> words(Drawing drawing, String kind) {
        return drawing.texts().stream()
                .filter(text -> text.kind().equals(kind))
                .flatMap(text -> text.parts().stream())
                .toList();
    }

    private static boolean inside(Box box, Box frame) {
        return box.x() > frame.x()
                && box.right() < frame.right()
                && box.y() > frame.y()
                && box.bottom() < frame.bottom();
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
    }

    /** Whether a piece of the line lies in the box and not only at its edge. */
    private static boolean crosses(Line line, Box box) {
        var numbers = CORNER.matcher(line.path());
        int x = Integer.MIN_VALUE;
        int y = 0;
        while (numbers.find()) {
            int nextX = Integer.parseInt(numbers.group(1));
            int nextY = Integer.parseInt(numbers.group(2));
            if (x != Integer.MIN_VALUE
                    && Math.max(x, nextX) > box.x() + 2
                    && Math.min(x, nextX) < box.right() - 2
                    && Math.max(y, nextY) > box.y() + 2
                    && Math.min(y, nextY) < box.bottom() - 2) {
                return true;
            }
            x = nextX;
            y = nextY;
        }
        return false;
    }
}
