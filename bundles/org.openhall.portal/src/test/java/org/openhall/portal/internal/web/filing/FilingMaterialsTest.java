package org.openhall.portal.internal.web.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilingMaterialsTest extends FilingUnderTest {

    @Test
    void materialsSayWhatLacksAndWhy() {
        assertThat(get("/filing/5/materials").body())
                .contains("还差 1 份必交材料", "1 份选交", "1 份不用交", "按您填写的内容，不用交这份材料。")
                .contains("data-max-bytes=\"1048576\"", "capture=\"environment\"", "multiple");

        desk.changedElsewhere(Map.of("plate", "L1234"));
        assertThat(get("/filing/5/materials").body()).contains("还差 2 份必交材料", "按您填写的内容，要交这份材料。");
    }

    @Test
    void anUploadIsListedAndMayBeTakenBack() {
        HttpResponse<String> uploaded = upload("licence", "车.jpg");
        assertThat(location(uploaded)).contains("/filing/5/materials#m-licence");
        assertThat(get("/filing/5/materials").body())
                .contains("必交材料都已交齐", "车.jpg", "2 KB", "/filing/5/files/40/remove");

        HttpResponse<String> file = get("/filing/5/files/40");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("inline")
                .contains("%E8%BD%A6.jpg");
        assertThat(file.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");

        assertThat(location(post("/filing/5/files/40/remove", ""))).contains("/filing/5/materials#m-licence");
        assertThat(desk.files).isEmpty();
    }

    @Test
    void aRefusedFileIsExplainedOnItsCard() {
        HttpResponse<String> page = upload("licence", "车.exe");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("车.exe：文件类型不对，这里只收 PDF、JPG", "href=\"#m-licence\"", "is-failed");
        assertThat(upload("unknown", "a.jpg").statusCode()).isEqualTo(404);
    }

    @Test
    void aFileThatComesBehindTheFilingLeadsToTheCase() {
        HttpResponse<String> page = upload("licence", "late.jpg");

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("这份申请已经提交", "/my/cases/20261121-000001");
    }

    private HttpResponse<String> upload(String material, String name) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\ncsrf-of-anna\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\n\r\nbytes\r\n--b--\r\n";
        return portal.send(portal.to("/filing/5/materials/" + material)
                .headers("Cookie", ANNA, "Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
