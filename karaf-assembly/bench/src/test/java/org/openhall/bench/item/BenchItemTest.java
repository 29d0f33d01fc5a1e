package org.openhall.bench.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Test;

class BenchItemTest {

    private final BenchItem item = BenchItem.of("bench", new ItemVersion(1, 4, 2));

    @Test
    void theSameVersionMakesTheSameBytes() {
        assertThat(item.jar())
                .isEqualTo(BenchItem.of("bench", new ItemVersion(1, 4, 2)).jar());
    }

    @Test
    void theBundleSaysItsVersionWhereverItIsSeen() throws IOException {
        Map<String, String> files = unpack(item.jar());

        assertThat(files.get("OPENHALL-INF/item.yaml")).contains("version: 1.4.2");
        assertThat(files.get("OPENHALL-INF/i18n/zh.properties")).contains("[[1.4.2]]");
        assertThat(files.get("org/openhall/bench/item/version.txt")).isEqualTo("1.4.2");
        assertThat(files.get("OPENHALL-INF/form.schema.json")).contains("\"line1x4\"");
        assertThat(files).containsKeys("org/openhall/bench/item/VersionRule.class", "OSGI-INF/rule.xml");
        assertThat(files.values()).noneMatch(text -> text.contains("@version@") || text.contains("@line@"));
    }

    @Test
    void whatIsFilledInFitsTheLineAndNoOther() {
        assertThat(Filled.form(new ItemVersion(1, 4, 2))).contains("\"line1x4\":\"1.4\"");
        assertThat(Filled.form(new ItemVersion(1, 5, 0))).doesNotContain("line1x4");
    }

    @Test
    void brokenAndDishonestOnesDifferFromTheGoodOne() {
        assertThat(item.broken().jar()).isNotEqualTo(item.jar());
        assertThat(item.dishonest().jar()).isNotEqualTo(item.jar());
    }

    @Test
    void aReviewedOneHasThreeStepsAndAPaperedOneTakesAFile() throws IOException {
        String yaml = unpack(item.reviewed().papered().jar()).get("OPENHALL-INF/item.yaml");

        assertThat(yaml)
                .contains("accept: {to: [review]", "\n  review:\n    post: review\n", "pass: {to: [decision]}")
                .contains("\nmaterials:\n  paper:\n    need: optional\n");
    }

    private static Map<String, String> unpack(byte[] jar) throws IOException {
        var files = new TreeMap<String, String>();
        try (var open = new JarInputStream(new ByteArrayInputStream(jar))) {
            for (var entry = open.getNextJarEntry(); entry != null; entry = open.getNextJarEntry()) {
                files.put(entry.getName(), new String(open.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
