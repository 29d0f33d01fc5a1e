package org.openhall.portal.internal.view.flow;

import java.util.List;
import org.openhall.portal.internal.view.flow.FlowGraph.Exit;

/** Identifiers stand for names. */
final class PlainWords implements ChartWords {

    @Override
    public Caption caption(String step) {
        return new Caption("步骤 " + step, List.of("审核岗", "5 个工作日"), "", "", "todo", step.contains("."));
    }

    @Override
    public String outcomes(Exit exit) {
        return String.join("或", exit.outcomes());
    }

    @Override
    public String end(String end) {
        return "结束：" + end;
    }

    @Override
    public String start() {
        return "提交";
    }

    @Override
    public String together(int steps) {
        return steps + " 个同时";
    }

    @Override
    public boolean taken(Exit exit) {
        return false;
    }
}
