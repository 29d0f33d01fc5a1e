package org.openhall.catalogue.internal.list;

import java.util.List;

/** Who may apply, from the words that lists use for it. */
final class Subjects {

    private static final List<String> NATURAL = List.of("自然人", "个人", "公民", "natural");
    private static final List<String> LEGAL = List.of("法人", "企业", "组织", "机关", "单位", "个体工商户", "legal");

    private Subjects() {}

    static boolean natural(List<String> subjects) {
        return any(subjects, NATURAL);
    }

    static boolean legal(List<String> subjects) {
        return any(subjects, LEGAL);
    }

    private static boolean any(List<String> subjects, List<String> words) {
        return subjects.stream().anyMatch(subject -> words.stream().anyMatch(subject::contains));
    }
}
