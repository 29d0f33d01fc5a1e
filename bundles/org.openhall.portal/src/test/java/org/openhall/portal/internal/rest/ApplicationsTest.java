package org.openhall.portal.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.Drafts;
import org.openhall.api.cases.Filing;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Limit;
import org.openhall.api.catalogue.Version;
import org.openhall.api.materials.Materials;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.IdType;
import org.openhall.api.users.Mandate;
import org.openhall.api.users.Party;
import org.openhall.item.Applicant;
import org.openhall.portal.internal.FakeHall;
import org.openhall.portal.internal.PortalUnderTest;
import org.openhall.portal.internal.SmallCatalogue;

class ApplicationsTest {

    private static final String[] ANNA = {"Authorization", "Bearer anna"};

    private final FakeDrafts drafts = new FakeDrafts();
    private final Shelf shelf = new Shelf();
    private final PortalUnderTest portal = new PortalUnderTest(new FakeHall()
            .with(Catalogue.class, new Items())
            .with(Accounts.class, new Parties())
            .with(Drafts.class, drafts)
            .with(Filing.class, drafts)
            .with(Materials.class, shelf)
            .signedIn(FakeHall.citizen("anna"))
            .signedIn(new Account(9, "bert", AccountKind.PERSON, "Bert", "", false, List.of()))
            .services());

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void anApplicationIsOpenedFilledInAndFiled() {
        HttpResponse<String> opened = portal.json("POST", "/api/v1/applications", "{\"item\":\"p-1\"}", ANNA);
        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(opened.headers().firstValue("Location")).contains("/api/v1/applications/1");
        assertThat(PortalUnderTest.object(opened)).containsEntry("version", "1.0.0");

        HttpResponse<String> saved = put("{\"plate\":\"B AB 123\",\"width\":1.50}", "If-Match", "\"1\"");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(PortalUnderTest.object(saved)).containsEntry("problems", List.of());
        assertThat(drafts.only().answers().number("/width")).contains(new java.math.BigDecimal("1.50"));

        HttpResponse<String> filed =
                portal.json("POST", "/api/v1/applications/1/submit", "", with("Idempotency-Key", "k-1"));
        assertThat(filed.statusCode()).isEqualTo(201);
        assertThat(PortalUnderTest.object(filed))
                .containsEntry("number", "20261121-000001")
                .containsEntry("queryCode", "ABCD-EFGH-JKLM")
                .containsEntry("filedAt", "2026-11-21T04:03:00Z");
        assertThat(drafts.keys().get(0).path()).isEqualTo("POST /api/v1/applications/1/submit");

        HttpResponse<String> late = put("{}");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(PortalUnderTest.object(late)).containsEntry("filedAs", "20261121-000001");
    }

    @Test
    void anApplicationOnAClosedVersionIsSavedAndToldWhereToGo() {
        open();
        drafts.standing = new Drafts.Behind(
                new Version(1, 1, 0),
                List.of(new Drafts.Change(Drafts.Kind.QUESTION_NEW, "/colour", "Colour", List.of(), "")));
        HttpResponse<String> saved = put("{\"plate\":\"A\"}");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(PortalUnderTest.object(saved).get("superseded").toString())
                .contains("active=1.1.0", "kind=question-new", "pointer=/colour");

        HttpResponse<String> refused =
                portal.json("POST", "/api/v1/applications/1/submit", "", with("Idempotency-Key", "k"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(PortalUnderTest.object(refused))
                .containsEntry("code", "superseded")
                .containsEntry("active", "1.1.0");
        assertThat(PortalUnderTest.object(refused).get("changes").toString()).contains("name=Colour");
        assertThat(portal.json("POST", "/api/v1/applications/1/move", "", ANNA).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anApplicationOfAnItemThatTakesNothingAnyMoreIsKept() {
        open();
        drafts.standing = new Drafts.Closed();
        assertThat(put("{\"plate\":\"A\"}").statusCode()).isEqualTo(200);
        for (HttpResponse<String> refused : List.of(
                portal.json("POST", "/api/v1/applications/1/submit", "", with("Idempotency-Key", "k")),
                portal.json("POST", "/api/v1/applications/1/move", "", ANNA))) {
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(PortalUnderTest.object(refused)).containsEntry("code", "closed");
        }
        assertThat(portal.get("/api/v1/applications/1", ANNA).body()).contains("\"plate\":\"A\"");
    }

    @Test
    void whatIsIncompleteIsSavedWithItsProblemsAndNotFiled() {
        open();
        assertThat(PortalUnderTest.object(put("{}")).get("problems").toString()).contains("车牌？");

        HttpResponse<String> returned = portal.json(
                "POST", "/api/v1/applications/1/submit", "{}", with("Idempotency-Key", "k", "Accept-Language", "en"));
        assertThat(returned.statusCode()).isEqualTo(422);
        assertThat(PortalUnderTest.object(returned).get("errors"))
                .isEqualTo(List.of(Map.of("pointer", "/plate", "code", "required", "message", "Plate?")));
    }

    @Test
    void theListOfApplicationsLeavesTheAnswersOut() {
        open();
        put("{\"plate\":\"A\"}");
        HttpResponse<String> list = portal.get("/api/v1/applications", ANNA);

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(PortalUnderTest.object(list).get("applications"))
                .asString()
                .contains("implementation=p-1", "version=1.0.0", "revision=2")
                .doesNotContain("answers", "plate");
    }

    @Test
    void submittingWithoutAKeyIsRefused() {
        open();
        HttpResponse<String> refused = portal.json("POST", "/api/v1/applications/1/submit", "", ANNA);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(PortalUnderTest.object(refused)).containsEntry("code", "key-required");
    }

    @Test
    void whoWorksOnAnOldRevisionIsToldWhatIsThereNow() {
        open();
        put("{\"plate\":\"A\"}");
        HttpResponse<String> stale = put("{\"plate\":\"B\"}", "If-Match", "\"1\"");

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(PortalUnderTest.object(stale).get("current").toString()).contains("plate=A", "revision=2");
    }

    @Test
    void answersHaveALimitAndMustBeAnObject() {
        open();
        assertThat(put("{\"plate\":\"" + "x".repeat(262_144) + "\"}").statusCode())
                .isEqualTo(413);
        assertThat(put("[1]").statusCode()).isEqualTo(400);
        assertThat(put("{\"plate\":").statusCode()).isEqualTo(400);
        assertThat(portal.send(portal.to("/api/v1/applications/1/answers")
                                .headers(ANNA)
                                .header("Content-Type", "text/plain")
                                .PUT(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(portal.get("/api/v1/applications/1", with("Accept", "text/csv"))
                        .statusCode())
                .isEqualTo(406);
        HttpResponse<String> wrongMethod = portal.json("PATCH", "/api/v1/applications/1", "{}", ANNA);
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.headers().firstValue("Allow").orElseThrow()).contains("GET", "DELETE");
    }

    @Test
    void somebodyElsesApplicationIsNotThere() {
        open();
        assertThat(portal.get("/api/v1/applications/1", "Authorization", "Bearer bert")
                        .statusCode())
                .isEqualTo(404);
        assertThat(portal.get("/api/v1/applications/1").statusCode()).isEqualTo(401);
        assertThat(portal.get("/api/v1/applications/1", "Cookie", "hall-session=anna")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatCannotBeAppliedForIsSaidBesideItsMember() {
        HttpResponse<String> unknown = portal.json(
                "POST", "/api/v1/applications", "{\"item\":\"x\",\"colour\":1}", with("Accept-Language", "en"));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("/colour");
        assertThat(portal.json("POST", "/api/v1/applications", "{\"item\":\"x\"}", ANNA)
                        .body())
                .contains("没有这个事项");
        assertThat(portal.json("POST", "/api/v1/applications", "{\"item\":\"p-1\",\"party\":5}", ANNA)
                        .body())
                .contains("/party", "不能为这个申请人办事");
        assertThat(portal.json("POST", "/api/v1/applications", "{}", ANNA).body())
                .contains("/item", "required");
    }

    @Test
    void aFileIsStreamedInAndComesBackAsADownload() {
        open();
        HttpResponse<String> stored = upload("图纸.pdf", "%PDF-1.7 drawing");
        assertThat(stored.statusCode()).isEqualTo(201);
        assertThat(PortalUnderTest.object(stored))
                .containsEntry("fileName", "图纸.pdf")
                .containsEntry("material", "drawing");

        HttpResponse<String> file =
                portal.get(stored.headers().firstValue("Location").orElseThrow(), ANNA);
        assertThat(file.body()).isEqualTo("%PDF-1.7 drawing");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E5%9B%BE%E7%BA%B8.pdf");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");

        assertThat(portal.json("DELETE", "/api/v1/applications/1/materials/drawing/1", "", ANNA)
                        .statusCode())
                .isEqualTo(204);
        assertThat(PortalUnderTest.object(portal.get("/api/v1/applications/1/materials", ANNA)))
                .containsEntry("materials", List.of());
    }

    @Test
    void aFileThatIsTooLargeIsRefusedWithItsLimit() {
        open();
        HttpResponse<String> refused = upload("big.pdf", "x".repeat(5_000_000));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("文件太大，最大 2 KB");
        assertThat(portal.json("POST", "/api/v1/applications/1/materials/drawing", "{}", ANNA)
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void aFileThatComesBehindTheFilingIsAConflictThatNamesTheCase() {
        open();
        put("{\"plate\":\"A\"}");
        shelf.filing = Optional.of(
                () -> portal.json("POST", "/api/v1/applications/1/submit", "", with("Idempotency-Key", "k-1")));
        HttpResponse<String> late = upload("late.pdf", "%PDF-1.7 late");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(PortalUnderTest.object(late)).containsEntry("filedAs", "20261121-000001");
    }

    private void open() {
        portal.json("POST", "/api/v1/applications", "{\"item\":\"p-1\"}", ANNA);
    }

    private HttpResponse<String> put(String answers, String... headers) {
        return portal.json("PUT", "/api/v1/applications/1/answers", answers, with(headers));
    }

    private HttpResponse<String> upload(String name, String content) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/x-evil\r\n\r\n" + content + "\r\n--b--\r\n";
        return portal.send(portal.to("/api/v1/applications/1/materials/drawing")
                .headers(ANNA)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private static String[] with(String... headers) {
        List<String> all = new ArrayList<>(List.of(ANNA));
        all.addAll(List.of(headers));
        return all.toArray(String[]::new);
    }

    static final class Items {

        public Optional<Implementation> implementation(String code) {
            return Optional.of(SmallCatalogue.PARKING)
                    .filter(item -> item.code().equals(code));
        }

        public Optional<ItemVersion> active(String item) {
            return Optional.empty();
        }

        public Optional<ItemVersion> version(String item, Version version) {
            var drawing = new ItemDefinition.MaterialSpec(
                    "drawing", ItemDefinition.Need.REQUIRED, Map.of(), List.of("pdf"), 1, 2048);
            var definition = new ItemDefinition(
                    item,
                    version,
                    List.of(),
                    List.of(),
                    new ItemDefinition.Guide(List.of(), "full", 0, "none", 0, List.of(), List.of(), false),
                    new ItemDefinition.Limits(new Limit(1, Limit.Unit.WORKING), Optional.empty()),
                    List.of(drawing),
                    List.of(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    0);
            return Optional.of(new ItemVersion(definition, "", null, Map.of(), Map.of()));
        }
    }

    static final class Parties {

        public List<Mandate> mandates(long account) {
            var party = new Party(70, Applicant.Kind.NATURAL, "张三丰", IdType.RESIDENT_ID, "1", "", "", false);
            return List.of(new Mandate(account, party, Mandate.Kind.OWN));
        }
    }

    static final class Shelf {

        private final List<StoredMaterial> files = new ArrayList<>();
        private byte[] bytes = {};
        private Optional<Runnable> filing = Optional.empty();

        public Materials.Upload add(long draft, ItemDefinition.MaterialSpec spec, String name, InputStream content)
                throws IOException {
            bytes = content.readNBytes(3000);
            if (filing.isPresent()) {
                filing.get().run();
                return new Materials.Refused("filed", List.of());
            }
            if (bytes.length > spec.maxBytes()) {
                return new Materials.Refused("too-large", List.of("2 KB"));
            }
            files.add(new StoredMaterial(
                    files.size() + 1L, spec.code(), name, "application/pdf", bytes.length, "00", FakeHall.NOW));
            return new Materials.Stored(files.get(files.size() - 1));
        }

        public List<StoredMaterial> ofDraft(long draft) {
            return List.copyOf(files);
        }

        public Optional<InputStream> open(String sha256) {
            return Optional.of(new ByteArrayInputStream(bytes));
        }

        public boolean remove(long draft, long material) {
            return files.removeIf(file -> Set.of(material).contains(file.id()));
        }
    }
}
