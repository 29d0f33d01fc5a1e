package org.openhall.portal.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.portal.internal.PortalUnderTest;

class ApplicationFilesTest extends ApplicationsUnderTest {

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

    private HttpResponse<String> upload(String name, String content) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/x-evil\r\n\r\n" + content + "\r\n--b--\r\n";
        return portal.send(portal.to("/api/v1/applications/1/materials/drawing")
                .headers(ANNA)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }
}
