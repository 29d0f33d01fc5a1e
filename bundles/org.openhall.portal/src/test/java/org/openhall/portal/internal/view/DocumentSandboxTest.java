package org.openhall.portal.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhall.api.forms.Defect;

class DocumentSandboxTest {

    private static final String FILE = "OPENHALL-INF/documents/permit.ftlh";

    private final DocumentSandbox sandbox = new DocumentSandbox();

    @Test
    void aTemplateMayUseAllThatADocumentSays() {
        String template = """
                <h1>${case.itemName} ${case.number}</h1><p>${applicant.name} ${applicant.idNumber} ${case.filedOn}
                <#if case.due?has_content>${case.due}</#if> ${opinion} ${region} ${version}</p>
                <#list answers as line><dt>${line.question}</dt><dd>${line.answer}</dd></#list><p>${department} ${issuedOn}</p>
                """;

        assertThat(sandbox.check(FILE, template)).isEmpty();
        assertThat(sandbox.draw("permit", template, DocumentModel.samples().get(0)))
                .contains("<h1>示例事项 20260102-000001</h1>", "<dt>问题</dt><dd>回答</dd>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "${applicant.nmae} | cannot be drawn: The following has evaluated to null or missing: ==> applicant.nmae",
                "<#if opinion>x | is no template: ",
                "<#if opinion?has_content>x | is no template: ",
                "${case.number | is no template: ",
                "<#include \"other.ftlh\"> | cannot be drawn: ",
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")} | cannot be drawn: ",
                "${case.number?api} | cannot be drawn: ",
                "${case.due?date(\"yyyy\")} | cannot be drawn: ",
                "${answers[0].answer} | cannot be drawn: ",
                "<#list 1.. as n>many</#list> | cannot be drawn: it writes more than 1000000 characters",
                "<#macro m><@m/></#macro><@m/> | cannot be drawn: ",
                "<#list 1.. as n></#list> | cannot be drawn: it takes longer than 5 seconds"
            })
    void aTemplateThatWouldFailLaterIsToldWithItsLineAndHowToMendIt(String mistake, String says) {
        List<Defect> defects = sandbox.check(FILE, "<h1>Permit</h1>\n" + mistake);

        assertThat(defects).singleElement().satisfies(defect -> {
            assertThat(defect.file()).isEqualTo(FILE);
            assertThat(defect.line()).isIn(0, 2);
            assertThat(defect.message())
                    .startsWith("This " + says.strip())
                    .contains("Mend the template; it sees case (number,")
                    .doesNotContain("\n");
        });
    }

    @Test
    void theLineOfAMistakeIsTheAuthors() {
        assertThat(sandbox.check(FILE, "<h1>Permit</h1>\n\n<p>${nobody}</p>"))
                .extracting(Defect::line)
                .containsExactly(3);
        assertThat(sandbox.check(FILE, "<h1>Permit</h1>\n<p>${opinion?nothing}</p>"))
                .extracting(Defect::line)
                .containsExactly(2);
    }
}
