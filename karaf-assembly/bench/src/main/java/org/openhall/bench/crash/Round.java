package org.openhall.bench.crash;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One crash, or another trouble.
 *
 * @param number of the round, from 1
 * @param backMillis from the start after the crash to ready; of a killed database, from its start to the next acknowledged answer
 * @param drafts acknowledged before the crash
 * @param files acknowledged before the crash
 * @param cases acknowledged before the crash
 * @param acts acknowledged before the crash
 * @param underWay asked for and not answered when it came
 * @param refused how many answers were 503, by the step that was refused
 * @param longestMillis how long the slowest answer took
 */
public record Round(
        int number,
        long backMillis,
        long drafts,
        long files,
        long cases,
        long acts,
        long underWay,
        Map<String, Long> refused,
        long longestMillis) {

    static Round of(int number, long backMillis, Crowd crowd) {
        return new Round(
                number,
                backMillis,
                crowd.acknowledged(Paper.Step.OPEN),
                crowd.acknowledged(Paper.Step.FIRST_SHEET) + crowd.acknowledged(Paper.Step.SECOND_SHEET),
                crowd.acknowledged(Paper.Step.SUBMIT),
                crowd.acknowledged(Paper.Step.ACCEPT) + crowd.acknowledged(Paper.Step.APPROVE),
                crowd.papers().stream().filter(Paper::underWay).count(),
                byName(crowd.refused()),
                crowd.longest());
    }

    private static Map<String, Long> byName(Map<Paper.Step, Long> steps) {
        var names = new LinkedHashMap<String, Long>();
        steps.forEach((step, count) -> names.put(step.name().toLowerCase(Locale.ROOT), count));
        return names;
    }

    /** How many answers were 503. */
    public long refusals() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    /** As a line of figures. */
    public Map<String, Object> line() {
        var line = new LinkedHashMap<String, Object>();
        line.put("round", number);
        line.put("backMillis", backMillis);
        line.put("drafts", drafts);
        line.put("files", files);
        line.put("cases", cases);
        line.put("acts", acts);
        line.put("underWay", underWay);
        line.put("refused", refused);
        line.put("longestMillis", longestMillis);
        return line;
    }
}
