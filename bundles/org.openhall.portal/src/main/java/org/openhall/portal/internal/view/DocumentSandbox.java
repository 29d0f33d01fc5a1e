package org.openhall.portal.internal.view;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.openhall.api.catalogue.DocumentTemplates;
import org.openhall.api.forms.Defect;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The one place that draws templates of items, at the door and for applicants alike. A template sees texts and nothing else: no class can be
 * made, no method of Java called, no other template read, no more written than a document holds, no longer drawn than five seconds. It needs
 * no other service, because the door waits for it and the pages wait for the door.
 */
@Component
public final class DocumentSandbox implements DocumentTemplates {

    private static final int LONGEST_DOCUMENT = 1_000_000;
    private static final int LONGEST_REASON = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String MEND =
            " Mend the template; it sees case (number, itemName, filedOn, due), applicant (name, idNumber), answers (question, answer),"
                    + " opinion, department, region, issuedOn and version, all of them texts.";
    private static final String CHINESE_MEND =
            "请改正模板；可以用 case（number、itemName、filedOn、due）、applicant（name、idNumber）、answers（question、answer）、"
                    + "opinion、department、region、issuedOn、version，都是文字。";
    private static final What CANNOT_BE_DRAWN = new What("cannot be drawn", "这个模板不能生成文书");
    private static final What NO_TEMPLATE = new What("is no template", "这不是模板");

    /** What is wrong with a template. */
    private record What(String english, String chinese) {}

    private final Configuration sandbox = new Configuration(Configuration.VERSION_2_3_34);

    /** Prepares the sandbox. */
    @Activate
    public DocumentSandbox() {
        sandbox.setLocale(Locale.CHINA);
        sandbox.setOutputFormat(HTMLOutputFormat.INSTANCE);
        sandbox.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        sandbox.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        sandbox.setAPIBuiltinEnabled(false);
        sandbox.setNumberFormat("computer");
        sandbox.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        sandbox.setLogTemplateExceptions(false);
    }

    /**
     * Draws a document.
     *
     * @param name of the template, for messages
     * @param template its text
     * @param model what it sees
     * @return HTML below {@code <body>}
     */
    String draw(String name, String template, DocumentModel model) {
        try {
            return Deadline.within(PATIENCE, () -> drawn(name, template, model));
        } catch (ExecutionException e) {
            String why = e.getCause() instanceof TemplateException broken
                    ? broken.getMessageWithoutStackTop()
                    : String.valueOf(e.getCause());
            throw new IllegalStateException("Document " + name + ": " + why, e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "Document " + name + " is not drawn within " + PATIENCE.toSeconds() + " s", e);
        }
    }

    @Override
    public List<Defect> check(String file, String template) {
        return DocumentModel.samples().stream()
                .flatMap(model -> defect(file, template, model).stream())
                .limit(1)
                .toList();
    }

    private Optional<Defect> defect(String file, String template, DocumentModel model) {
        try {
            Deadline.within(PATIENCE, () -> drawn(file, template, model));
            return Optional.empty();
        } catch (TimeoutException e) {
            return Optional.of(
                    defect(file, 0, CANNOT_BE_DRAWN, "it takes longer than " + PATIENCE.toSeconds() + " seconds"));
        } catch (ExecutionException e) {
            return Optional.of(defect(file, e.getCause()));
        }
    }

    private static Defect defect(String file, Throwable thrown) {
        if (thrown instanceof ParseException e) {
            return defect(file, e.getLineNumber(), NO_TEMPLATE, e.getEditorMessage());
        }
        if (thrown instanceof TemplateException e) {
            Integer line = e.getLineNumber();
            return defect(file, line == null ? 0 : line, CANNOT_BE_DRAWN, e.getMessageWithoutStackTop());
        }
        return defect(
                file,
                0,
                CANNOT_BE_DRAWN,
                thrown instanceof StackOverflowError
                        ? "it calls itself without an end"
                        : String.valueOf(thrown.getMessage()));
    }

    private static Defect defect(String file, int line, What what, String reason) {
        // FreeMarker's tips follow after a rule of dashes
        String brief = reason.split("\\R-{4}", 2)[0].replaceAll("\\s+", " ").strip();
        String cut = brief.length() > LONGEST_REASON ? brief.substring(0, LONGEST_REASON) + "…" : brief;
        return new Defect(
                file,
                Math.max(line, 0),
                "This " + what.english() + ": " + cut + (cut.endsWith(".") ? "" : ".") + MEND,
                what.chinese() + "：" + cut + (cut.endsWith(".") ? "" : "。") + CHINESE_MEND);
    }

    private String drawn(String name, String template, DocumentModel model) throws IOException, TemplateException {
        StringWriter body = new StringWriter();
        Template parsed = new Template(name, new StringReader(template), sandbox);
        // a loop asks at each turn whether its time is over
        _CoreAPI.addThreadInterruptedChecks(parsed);
        parsed.process(model.map(), new Bounded(body));
        return body.toString();
    }

    /** Stops a template that writes without an end. */
    private static final class Bounded extends FilterWriter {

        private int left = LONGEST_DOCUMENT;

        Bounded(Writer out) {
            super(out);
        }

        @Override
        public void write(int character) throws IOException {
            take(1);
            super.write(character);
        }

        @Override
        public void write(char[] characters, int from, int length) throws IOException {
            take(length);
            super.write(characters, from, length);
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            take(length);
            super.write(text, from, length);
        }

        private void take(int more) throws IOException {
            left -= more;
            if (left < 0) {
                throw new IOException("it writes more than " + LONGEST_DOCUMENT + " characters");
            }
        }
    }
}
