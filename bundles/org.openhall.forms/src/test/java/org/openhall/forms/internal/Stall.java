package org.openhall.forms.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.openhall.api.forms.Defect;
import org.openhall.api.forms.Form;
import org.openhall.api.forms.Forms;
import org.openhall.api.forms.PageModel;
import org.openhall.item.Answers;

/** The form of a market stall, whole or with one thing changed. */
final class Stall {

    static final String SCHEMA = text("form.schema.json");
    static final String UI = text("form.ui.json");
    static final Map<String, Map<String, String>> TEXTS =
            Map.of("zh", properties("i18n/zh.properties"), "en", properties("i18n/en.properties"));
    static final Map<String, String> KNOWN =
            Map.of("party.name", "晨光食品店", "party.idNumber", "91341600MA2N8K4T7A", "account.phone", "138 0567 0123");

    private Stall() {}

    static Form form() {
        Forms.Compiled compiled = compile(SCHEMA, UI, TEXTS);
        assertThat(compiled).isInstanceOf(Forms.Good.class);
        return ((Forms.Good) compiled).form();
    }

    static List<String> defects(String schema, String ui, Map<String, Map<String, String>> texts) {
        if (!(compile(schema, ui, texts) instanceof Forms.Bad bad)) {
            return List.of();
        }
        assertThat(bad.defects())
                .as("said in Chinese too")
                .allSatisfy(defect -> assertThat(defect.chinese()).containsPattern("\\p{IsHan}.*[。：]"));
        return bad.defects().stream().map(Defect::toString).toList();
    }

    /** Defects once something in the schema was replaced. */
    static List<String> schemaWith(String old, String replacement) {
        assertThat(SCHEMA).contains(old);
        return defects(SCHEMA.replace(old, replacement), UI, TEXTS);
    }

    /** Defects once something in the layout was replaced. */
    static List<String> uiWith(String old, String replacement) {
        assertThat(UI).contains(old);
        return defects(SCHEMA, UI.replace(old, replacement), TEXTS);
    }

    static Forms.Compiled compile(String schema, String ui, Map<String, Map<String, String>> texts) {
        return new JsonForms(new SmallDirectory())
                .compile("OPENHALL-INF/form.schema.json", schema, "OPENHALL-INF/form.ui.json", ui, texts);
    }

    /** Complete and right answers, known ones included. */
    static Map<String, Object> good() {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("trader", "晨光食品店");
        answers.put("phone", "13805670123");
        answers.put("home", "341602");
        answers.put("trade", "craft");
        answers.put("width", 3.5);
        answers.put("begins", "2026-11-21");
        answers.put("days", List.of("sat"));
        answers.put("rules", true);
        return answers;
    }

    static Answers goodWith(String name, Object value) {
        Map<String, Object> answers = good();
        answers.put(name, value);
        return Answers.of(answers);
    }

    static Map<String, List<String>> posted(String... namesAndValues) {
        Map<String, List<String>> posted = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            posted.computeIfAbsent(namesAndValues[i], name -> new ArrayList<>()).add(namesAndValues[i + 1]);
        }
        return posted;
    }

    static PageModel.Field field(PageModel page, String name) {
        return fields(page.blocks())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Stream<PageModel.Field> fields(List<PageModel.Block> blocks) {
        return blocks.stream().flatMap(block -> {
            if (block instanceof PageModel.Field field) {
                return Stream.of(field);
            }
            if (block instanceof PageModel.Group group) {
                return fields(group.blocks());
            }
            return block instanceof PageModel.Rows rows ? rows.rows().stream().flatMap(Stall::fields) : Stream.of();
        });
    }

    private static String text(String name) {
        try (InputStream in = Stall.class.getResourceAsStream("/stall/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> properties(String name) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text(name)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> map = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> map.put(key, properties.getProperty(key)));
        return map;
    }
}
