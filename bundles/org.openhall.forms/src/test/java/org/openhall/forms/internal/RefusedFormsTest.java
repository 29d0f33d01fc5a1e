package org.openhall.forms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhall.forms.internal.Stall.schemaWith;
import static org.openhall.forms.internal.Stall.uiWith;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedFormsTest {

    private static final String SCHEMA = "OPENHALL-INF/form.schema.json:";
    private static final String UI = "OPENHALL-INF/form.ui.json:";

    @Test
    void aBrokenFileIsNamedWithItsLine() {
        assertThat(schemaWith("\"type\": \"object\",\n  \"$defs\"", "\"type\": \"object\"\n  \"$defs\"")
                        .get(0))
                .startsWith(SCHEMA + "4: The file cannot be read");
        assertThat(schemaWith("\"mail\": {", "\"phone\": {").get(0))
                .startsWith(SCHEMA + "11: ")
                .contains("Duplicate");
        assertThat(Stall.defects("[]", Stall.UI, Stall.TEXTS))
                .containsExactly(SCHEMA + "1: The file is no JSON object. Begin it with {.");
        assertThat(Stall.defects(Stall.SCHEMA + "{}", Stall.UI, Stall.TEXTS)).hasSize(1);
        assertThat(Stall.defects(Stall.SCHEMA, "", Stall.TEXTS)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"maxLength\": 100}                     | \"maxLength\": 100, \"contentEncoding\": \"base64\"} | 8: The hall does not know \"contentEncoding\" in a text.",
                "\"format\": \"email\"                   | \"format\": \"uri\"                 | 11: The hall does not know the format \"uri\" here. Known are credit-code, date, email, phone, region, resident-id.",
                "{\"type\": \"string\", \"format\": \"phone\"} | {\"type\": [\"string\", \"null\"]} | 10: The hall does not know the type",
                "\"minItems\": 1                         | \"minItems\": -1                    | 25: \"minItems\" must be a whole number from 0 to 200.",
                "\"minimum\": 1, \"maximum\": 4          | \"minimum\": 5, \"maximum\": 4       | 18: \"minimum\" is above \"maximum\"",
                "\"multipleOf\": 0.01                    | \"multipleOf\": 0                   | 22: \"multipleOf\" must be a number above 0.",
                "\"default\": 120                        | \"default\": -1                     | 23: The default breaks the rules of its own field.",
                "\"const\": true                         | \"const\": false                    | 41: A yes or no can only be fixed to true",
                "#/$defs/weekday                         | https://example.org/days.json       | 26: Only references such as #/$defs/name within this file are followed.",
                "#/$defs/weekday                         | #/$defs/month                       | 26: There is no #/$defs/month. Define it or correct the name.",
                "^[A-Z0-9 ]+$                            | ^[A-Z0-9 +$                         | 36: The pattern is no regular expression",
                "\"oneOf\": [{\"const\": \"food\", \"title\": \"食品\"} | \"oneOf\": [{\"const\": \"food\"} | 13: A choice needs \"const\" of type string and \"title\".",
                "\"enum\": [\"sat\", \"sun\", \"holiday\"] | \"enum\": [\"sat\", \"sat\"]        | 25: The choice sat stands here twice.",
                "{\"type\": \"string\", \"enum\": [\"sat\", \"sun\", \"holiday\"]} | {\"type\": \"string\"} | 25: A list holds texts to choose from or objects.",
                "\"additionalProperties\": false         | \"additionalProperties\": true      | 45: The hall takes only answers that the schema names.",
                "\"additionalProperties\": false         | \"allOf\": []                       | 45: The hall does not know \"allOf\" in the schema.",
                "\"days\", \"rules\"]                    | \"days\", \"rulez\"]                | 44: The required property \"rulez\" does not exist.",
                "2020-12/schema                          | 2019-09/schema                      | 2: The hall reads JSON Schema 2020-12 only.",
                "\"mail\": {                             | \"e-mail\": {                       | 11: \"e-mail\" cannot be the name of an answer.",
                "\"drives\": {\"type\": \"boolean\"}     | \"drives\": {\"type\": \"object\", \"properties\": {}} | 35: The elements of a list hold plain answers"
            })
    void theSchemaIsRefusedWithTheLineAndHowToMendIt(String old, String replacement, String expected) {
        assertThat(schemaWith(old, replacement))
                .anySatisfy(defect -> assertThat(defect).startsWith(SCHEMA + expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#/properties/mail                       | #/properties/fax                    | 15: The schema has no #/properties/fax that can be answered.",
                "#/properties/mail                       | #/properties/phone                  | 15: Another control asks #/properties/phone already. Remove one.",
                "\"i18n\": \"stall\"                     | \"i18n\": \"Stall\"                 | 23: A page is named by \"i18n\" of lower-case letters",
                "\"i18n\": \"stall\"                     | \"i18n\": \"who\"                   | 23: There is another page \"who\". Choose another name.",
                "{\"root\": \"34\", \"levels\": 2}       | {\"root\": \"34\", \"depth\": 2}    | 18: The hall does not know \"depth\" in the options of this control.",
                "{\"root\": \"34\", \"levels\": 2}       | {\"levels\": 9}                     | 18: \"levels\" must be a whole number from 1 to 6.",
                "party.name                              | party.shoeSize                      | 12: \"from\" must be one of account.name",
                "{\"from\": \"party.name\"}              | {\"from\": \"party.name\", \"multi\": true} | 12: A control with \"from\" is not typed",
                "{\"const\": \"food\"}                   | {\"const\": \"drinks\"}             | 29: The condition can never hold, because #/properties/trade never has such an answer.",
                "{\"const\": \"food\"}                   | {\"if\": {}}                        | 29: The hall does not know \"if\" in the schema of a condition.",
                "{\"const\": \"food\"}                   | {}                                  | 29: The condition does not say when it holds.",
                "\"effect\": \"ENABLE\"                  | \"effect\": \"BLINK\"               | 54: The rule's \"effect\" must be SHOW, HIDE, ENABLE or DISABLE.",
                "\"type\": \"AND\"                       | \"type\": \"XOR\"                   | 56: Conditions are joined by \"type\": \"AND\" or \"OR\".",
                "\"scope\": \"#/properties/trade\", \"schema\" | \"scope\": \"#/properties/nothing\", \"schema\" | 29: The schema has no #/properties/nothing",
                "\"scope\": \"#/properties/trade\", \"schema\": {\"const\": \"food\"} | \"scope\": \"#/properties/kitchen/properties/gas\", \"schema\": {\"const\": true} | 31: Whether this is shown depends on itself.",
                "\"type\": \"HorizontalLayout\"          | \"type\": \"Carousel\"              | 40: The hall does not know the element \"Carousel\".",
                "{\"type\": \"Label\", \"i18n\": \"season\"} | {\"type\": \"Label\", \"text\": \"x\"} | 46: The hall does not know \"text\" in a Label.",
                "\"type\": \"Categorization\"            | \"type\": \"VerticalLayout\"        | 1: The layout must be a \"Categorization\"",
                "{\"type\": \"Control\", \"scope\": \"#/properties/id\"}, | ''                | 72: "
            })
    void theLayoutIsRefusedWithTheLineAndHowToMendIt(String old, String replacement, String expected) {
        List<String> defects = uiWith(old, replacement);
        if (replacement.isEmpty()) {
            assertThat(defects)
                    .anySatisfy(defect ->
                            assertThat(defect).startsWith(SCHEMA + "34: The answer helpers.id has no control"));
        } else {
            assertThat(defects).anySatisfy(defect -> assertThat(defect).startsWith(UI + expected));
        }
    }

    @Test
    void anAnswerThatNobodyCanGiveIsRefused() {
        assertThat(uiWith("{\"type\": \"Control\", \"scope\": \"#/properties/begins\"},", ""))
                .containsExactly(SCHEMA + "24: The required answer begins has no control, so that nobody can give it. "
                        + "Add a control in OPENHALL-INF/form.ui.json, typed or with \"from\", or remove it here.");
    }

    @Test
    void onePageAtLeastIsAlwaysShown() {
        String ui = """
                {"type": "Categorization", "elements": [{"type": "Category", "i18n": "a", "elements": [
                  {"type": "Control", "scope": "#/properties/x"}],
                  "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/x", "schema": {"const": "y"}}}}]}""";
        String schema = "{\"type\": \"object\", \"properties\": {\"x\": {\"type\": \"string\"}}}";

        assertThat(Stall.defects(schema, ui, Stall.TEXTS))
                .anySatisfy(defect -> assertThat(defect).contains("at least one page without a rule"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page.who.title",
                "group.kitchen.title",
                "label.season.text",
                "field.helpers.id.label",
                "field.days.option.sun",
                "unit.metre"
            })
    void everyWordMustBeThereInBothLanguages(String key) {
        for (String language : List.of("zh", "en")) {
            Map<String, Map<String, String>> texts = new HashMap<>(Stall.TEXTS);
            texts.put(language, new HashMap<>(Stall.TEXTS.get(language)));
            texts.get(language).remove(key);

            assertThat(Stall.defects(Stall.SCHEMA, Stall.UI, texts))
                    .containsExactly("OPENHALL-INF/i18n/" + language + ".properties: The text " + key
                            + " is missing. Add a line for it.");
        }
    }

    @Test
    void aHintInOneLanguageOnlyIsRefused() {
        Map<String, Map<String, String>> texts = new HashMap<>(Stall.TEXTS);
        texts.put("zh", new HashMap<>(Stall.TEXTS.get("zh")));
        texts.get("zh").put("field.mail.hint", "可以不填。");

        assertThat(Stall.defects(Stall.SCHEMA, Stall.UI, texts))
                .containsExactly(
                        "OPENHALL-INF/i18n/en.properties: The text field.mail.hint is missing. Add a line for it.");
    }

    @Test
    void aChineseTitleIsNoEnglishWord() {
        Map<String, Map<String, String>> texts = new HashMap<>(Stall.TEXTS);
        texts.put("en", new HashMap<>(Stall.TEXTS.get("en")));
        texts.get("en").remove("field.trade.option.food");

        assertThat(Stall.defects(Stall.SCHEMA, Stall.UI, texts)).hasSize(1);
    }

    @Test
    void filesThatWantToExhaustTheHallAreRefusedQuickly() {
        String deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);
        StringBuilder bomb = new StringBuilder(
                "{\"type\": \"object\", \"properties\": {\"a\": {\"$ref\": \"#/$defs/d0\"}}, \"$defs\": {");
        for (int i = 0; i < 20; i++) {
            bomb.append(String.format("\"d%d\": {\"type\": \"object\", \"properties\": {", i));
            for (int j = 0; j < 20; j++) {
                bomb.append(
                        String.format("%s\"p%d\": {\"$ref\": \"#/$defs/d%d\"}", j == 0 ? "" : ",", j, (i + 1) % 20));
            }
            bomb.append(i == 19 ? "}}" : "}},");
        }
        bomb.append("}}");
        String circle =
                "{\"type\": \"object\", \"properties\": {\"a\": {\"$ref\": \"#/$defs/x\"}}, \"$defs\": {\"x\": {\"$ref\": \"#/$defs/x\"}}}";

        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            assertThat(Stall.defects(deep, Stall.UI, Stall.TEXTS).get(0)).contains("nesting depth");
            assertThat(Stall.defects(Stall.SCHEMA, deep, Stall.TEXTS)).hasSize(1);
            assertThat(Stall.defects(bomb.toString(), Stall.UI, Stall.TEXTS)).isNotEmpty();
            assertThat(Stall.defects(circle, Stall.UI, Stall.TEXTS))
                    .anySatisfy(defect -> assertThat(defect).contains("in a circle"));
            assertThat(Stall.defects(" ".repeat(300_000), Stall.UI, Stall.TEXTS).get(0))
                    .contains("larger than 256 KB");
            assertThat(schemaWith("^[A-Z0-9 ]+$", "x".repeat(201)))
                    .anySatisfy(defect -> assertThat(defect).contains("longer than 200"));
        });
    }
}
