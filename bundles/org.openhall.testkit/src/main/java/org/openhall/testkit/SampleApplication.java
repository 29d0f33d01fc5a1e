package org.openhall.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.item.Answers;
import org.openhall.item.Applicant;
import org.openhall.item.Application;
import org.openhall.item.Material;

/**
 * An application put together in a test. Immutable: every {@code with…} gives a new one.
 *
 * @param item the item's key
 * @param version major.minor.micro
 * @param applicant who applies
 * @param answers as filed
 * @param materials as handed in
 * @param filedAt its "now"
 */
public record SampleApplication(
        String item, String version, Applicant applicant, Answers answers, List<Material> materials, Instant filedAt)
        implements Application {

    private static final Applicant SOMEBODY =
            new Applicant(Applicant.Kind.LEGAL, "某某有限公司", "91110000000000000X", false);

    /**
     * An application of a legal person without answers, filed on 20 November 2026 at nine in China.
     *
     * @param item the item's key
     * @return to be filled with answers and materials
     */
    public static SampleApplication of(String item) {
        return new SampleApplication(
                item, "1.0.0", SOMEBODY, Answers.none(), List.of(), Instant.parse("2026-11-20T01:00:00Z"));
    }

    /**
     * The same with one more answer.
     *
     * @param name a property at the top of the form
     * @param value text, number, boolean, list or map
     * @return a new application
     */
    public SampleApplication with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(answers.asMap());
        more.put(name, value);
        return new SampleApplication(item, version, applicant, Answers.of(more), materials, filedAt);
    }

    /**
     * The same with one more file, a PDF of one kilobyte.
     *
     * @param code the material it was handed in for
     * @return a new application
     */
    public SampleApplication withFile(String code) {
        List<Material> more = new ArrayList<>(materials);
        more.add(new Material(code, code + ".pdf", "application/pdf", 1024, "0".repeat(64)));
        return new SampleApplication(item, version, applicant, answers, List.copyOf(more), filedAt);
    }

    /**
     * The same from somebody else.
     *
     * @param who applies
     * @return a new application
     */
    public SampleApplication by(Applicant who) {
        return new SampleApplication(item, version, who, answers, materials, filedAt);
    }

    /**
     * The same at another time.
     *
     * @param when its "now"
     * @return a new application
     */
    public SampleApplication at(Instant when) {
        return new SampleApplication(item, version, applicant, answers, materials, when);
    }
}
