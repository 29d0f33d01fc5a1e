package org.openhall.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Files kiosks and acts on them through the API. */
final class Filer {

    private final Hall hall;
    private final String item;
    private final Map<String, Api> signedIn = new ConcurrentHashMap<>();

    Filer(Hall hall) {
        this(hall, Kiosk.CODE);
    }

    /** For a kiosk that is another item. */
    Filer(Hall hall, String item) {
        this.hall = hall;
        this.item = item;
    }

    /**
     * Registers somebody new.
     *
     * @return the name to sign in with
     */
    static String register(Hall hall, String password) {
        String name = "li" + UUID.randomUUID().toString().substring(0, 12);
        hall.api()
                .post(
                        "/api/v1/accounts",
                        Map.of(
                                "kind", "person",
                                "username", name,
                                "password", password,
                                "name", "李小满",
                                "idNumber", "341602199003070019",
                                "phone", "13805670131"))
                .expect(201);
        return name;
    }

    /** What is on the receipt. */
    record Filed(String number, String queryCode) {}

    /** The API for a demo account, signed in once. */
    Api as(String username) {
        return signedIn.computeIfAbsent(username, name -> hall.api().as(hall.account(name)));
    }

    /** A new draft. */
    String draft(Api citizen) {
        return citizen.post("/api/v1/applications", Map.of("item", item))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    /** A draft that has all it needs. */
    String complete(Api citizen) {
        String draft = draft(citizen);
        citizen.put("/api/v1/applications/" + draft + "/answers", Kiosk.ANSWERS).expect(200);
        citizen.upload(
                        "/api/v1/applications/" + draft + "/materials/plan",
                        "plan.pdf",
                        "application/pdf",
                        Papers.pdf("draft " + draft))
                .expect(201);
        return draft;
    }

    /** A filed case. */
    Filed file(String username) {
        Api citizen = as(username);
        JsonNode receipt = citizen.post("/api/v1/applications/" + complete(citizen) + "/submit", Map.of())
                .expect(201)
                .json();
        return new Filed(
                receipt.path("number").asText(), receipt.path("queryCode").asText());
    }

    /** An act without an opinion. */
    Answer act(Filed filed, String username, String action) {
        return act(filed, as(username), action, Map.of());
    }

    Answer act(Filed filed, Api official, String action, Map<String, ?> body) {
        return official.post("/api/v1/desk/cases/" + filed.number() + "/" + action, body);
    }

    /** What everybody with number and code sees. */
    JsonNode progress(Filed filed) {
        return hall.api()
                .get("/api/v1/progress?number=" + filed.number() + "&code=" + filed.queryCode())
                .expect(200)
                .json();
    }
}
