package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draft whose item gets another form, goes back and is retired: nothing that was typed is lost, and every answer says what to do. */
class DraftVersionsIT {

    private static final String HOME = "OPENHALL-INF/";

    @TempDir
    Path directory;

    private Hall hall;
    private Filer filer;
    private Api citizen;
    private Terminal terminal;

    @BeforeEach
    void open() {
        hall = Hall.demo();
        filer = new Filer(hall);
        citizen = filer.as("chenguang");
        terminal = new Terminal(hall.home(), directory);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void aDraftGoesUpAndDownWithItsItemAndIsKeptWhenTheItemTakesNothingAnyMore() {
        Kiosk.version("1.2.0").enter(hall);
        String draft = filer.complete(citizen);
        String left = filer.complete(citizen);
        Path file = directory.resolve("kiosk.jar");
        withARemark(Kiosk.version("1.3.0")).writeTo(file);
        terminal.gives("hall:item-deploy --keep " + file).succeeded();
        assertThat(save(draft).has("superseded"))
                .as("deployed is not activated")
                .isFalse();
        terminal.gives("hall:item-activate --hard " + Kiosk.CODE + " 1.3.0").succeeded();

        JsonNode saved = save(draft);
        assertThat(saved.path("superseded").path("active").asText()).isEqualTo("1.3.0");
        assertThat(saved.path("superseded").path("changes").toString()).contains("question-new", "/remark", "limit");
        Answer stopped = submit(draft).expect(409);
        assertThat(stopped.json().path("code").asText()).isEqualTo("superseded");
        assertThat(stopped.json().path("changes").toString()).contains("/remark");

        JsonNode moved = move(draft);
        assertThat(moved.path("version").asText()).isEqualTo("1.3.0");
        assertThat(moved.path("answers").path("place").asText()).isEqualTo(Kiosk.ANSWERS.get("place"));
        citizen.put(path(draft, "answers"), withRemark()).expect(200);

        terminal.gives("hall:item-rollback " + Kiosk.CODE).succeeded();
        assertThat(submit(draft).expect(409).json().path("active").asText()).isEqualTo("1.2.0");
        JsonNode down = move(draft);
        assertThat(down.path("version").asText()).isEqualTo("1.2.0");
        assertThat(down.path("answers").path("remark").asText())
                .as("kept, should it come again")
                .isEqualTo("靠路口");
        String number = submit(draft).expect(201).json().path("number").asText();
        assertThat(citizen.get("/api/v1/cases/" + number)
                        .expect(200)
                        .json()
                        .path("answers")
                        .has("remark"))
                .as("not asked, not filed")
                .isFalse();

        terminal.gives("hall:item-retire " + Kiosk.CODE).succeeded();
        assertThat(submit(left).expect(409).json().path("code").asText()).isEqualTo("closed");
        assertThat(citizen.post(path(left, "move"), Map.of())
                        .expect(409)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("closed");
        assertThat(citizen.get("/api/v1/applications/" + left).expect(200).text())
                .contains((String) Kiosk.ANSWERS.get("place"));
    }

    private JsonNode save(String draft) {
        return citizen.put(path(draft, "answers"), Kiosk.ANSWERS).expect(200).json();
    }

    private Answer submit(String draft) {
        return citizen.post(path(draft, "submit"), Map.of());
    }

    private JsonNode move(String draft) {
        return citizen.post(path(draft, "move"), Map.of()).expect(200).json();
    }

    private static String path(String draft, String what) {
        return "/api/v1/applications/" + draft + "/" + what;
    }

    private static Map<String, Object> withRemark() {
        Map<String, Object> answers = new java.util.HashMap<>(Kiosk.ANSWERS);
        answers.put("remark", "靠路口");
        return answers;
    }

    /** Another form and another limit. */
    private static Kiosk withARemark(Kiosk kiosk) {
        UnaryOperator<String> question = text -> text + "\nfield.remark.label=备注\n";
        return kiosk.with(HOME + "item.yaml", yaml -> yaml.replace("promised: {days: 10", "promised: {days: 8"))
                .with(
                        HOME + "form.schema.json",
                        json -> json.replace("\"owner\": {", "\"remark\": {\"type\": \"string\"},\n    \"owner\": {"))
                .with(
                        HOME + "form.ui.json",
                        json -> json.replace(
                                "{\"type\": \"Control\", \"scope\": \"#/properties/opening\"},",
                                "{\"type\": \"Control\", \"scope\": \"#/properties/opening\"},\n"
                                        + "{\"type\": \"Control\", \"scope\": \"#/properties/remark\"},"))
                .with(HOME + "i18n/zh.properties", question)
                .with(HOME + "i18n/en.properties", text -> text + "\nfield.remark.label=Remark\n");
    }
}
