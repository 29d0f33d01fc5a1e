package org.openhall.api.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Version;
import org.openhall.item.Applicant;

class MaskingTest {

    @Test
    void ofAPersonsNameOnlyTheFirstCharacterIsReadable() {
        assertThat(person("李强")).isEqualTo("李＊");
        assertThat(person("张三丰")).isEqualTo("张＊＊");
        assertThat(person("阿依努尔·买买提")).isEqualTo("阿＊＊＊＊＊＊");
        assertThat(person("Anna Smith")).isEqualTo("A＊＊＊＊＊＊");
        assertThat(person("\uD842\uDFB7田")).isEqualTo("\uD842\uDFB7＊");
        assertThat(person("王")).isEqualTo("＊");
        assertThat(person("")).isEmpty();
    }

    @Test
    void namesOfOrganisationsArePublicHoweverShort() {
        assertThat(Masking.name(Applicant.Kind.LEGAL, "亳州市晨光广告有限公司")).isEqualTo("亳州市晨光广告有限公司");
        assertThat(Masking.name(Applicant.Kind.LEGAL, "晨光社")).isEqualTo("晨光社");
    }

    @Test
    void whoeverFiledForAnOrganisationIsMaskedAsAPerson() {
        assertThat(head("晨光社", "陈晓舟").masked())
                .extracting(CaseHead::partyName, CaseHead::filedBy)
                .containsExactly("晨光社", "陈＊＊");
        assertThat(head("晨光社", "晨光社").masked().filedBy()).isEqualTo("晨光社");
    }

    @Test
    void ofANumberOnlyAPartIsReadable() {
        assertThat(Masking.number("13800001234")).isEqualTo("138****1234");
        assertThat(Masking.number("11010519491231002X")).isEqualTo("110***********002X");
        assertThat(Masking.number("5551234")).isEqualTo("******4");
        assertThat(Masking.number("")).isEmpty();
    }

    private static String person(String name) {
        return Masking.name(Applicant.Kind.NATURAL, name);
    }

    private static CaseHead head(String party, String filedBy) {
        return new CaseHead(
                1,
                "20261121-000001",
                "parking",
                "停车位",
                "p-1",
                new Version(1, 0, 0),
                CaseState.SUBMITTED,
                Applicant.Kind.LEGAL,
                party,
                filedBy,
                "d-1",
                "341600",
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
