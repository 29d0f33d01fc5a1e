package org.openhall.portal.internal.view;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Post;
import org.openhall.portal.internal.http.Assets;
import org.openhall.portal.internal.http.Visit;

/** Draws pages. Templates lie in {@code templates/pages}; each is given the model of its resource and what is common to all. */
public final class Pages {

    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
    private final Texts texts;
    private final HallSettings settings;
    private final Assets assets;
    private final ZoneId zone;

    /**
     * Prepares the templates.
     *
     * @param texts the hall's words
     * @param settings of the hall
     * @param assets styles, scripts, symbols
     */
    public Pages(Texts texts, HallSettings settings, Assets assets) {
        this.texts = texts;
        this.settings = settings;
        this.assets = assets;
        this.zone = ZoneId.of(settings.zone());
        templates.setTemplateLoader(new ClassTemplateLoader(Pages.class, "/org/openhall/portal/templates"));
        templates.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        templates.setDefaultEncoding("UTF-8");
        templates.setLocalizedLookup(false);
        templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
        templates.setRecognizeStandardFileExtensions(true);
        templates.setObjectWrapper(new ModelWrapper());
        templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        templates.setAPIBuiltinEnabled(false);
        templates.setNumberFormat("computer");
        templates.setBooleanFormat("c");
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        templates.setWrapUncheckedExceptions(true);
    }

    /**
     * Draws a page for who asks.
     *
     * @param visit who asks
     * @param template name without folder and ending, such as {@code home}
     * @param model what the template needs beside the common part; {@code nav} names the current link of the header
     * @return 200 with the page
     */
    public Response show(Visit visit, String template, Map<String, ?> model) {
        return show(visit, 200, template, model).build();
    }

    /**
     * Draws a page with another status, to which cookies or headers may be added.
     *
     * @param visit who asks
     * @param status HTTP status, such as 422 for a form that comes back
     * @param template name without folder and ending
     * @param model what the template needs beside the common part
     * @return the answer
     */
    public Response.ResponseBuilder show(Visit visit, int status, String template, Map<String, ?> model) {
        return draw(visit, visit.account(), status, template, model);
    }

    /** Draws a page without asking who is signed in. */
    Response.ResponseBuilder draw(
            Visit visit, Optional<Account> account, int status, String template, Map<String, ?> model) {
        Map<String, Object> all = common(words(visit), account);
        all.put("skin", visit.skin());
        all.put("path", visit.path());
        all.put("requestId", visit.id());
        all.put("csrf", visit.csrf());
        all.putAll(model);
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(process("pages/" + template, all).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Draws a page that nobody asked for, to see whether it can be drawn.
     *
     * @param words in the language wanted
     * @param account who would look at it
     * @param template name without folder and ending
     * @param model what the template needs beside the common part
     * @return the document
     * @throws IllegalStateException when it cannot
     */
    public String trial(Words words, Optional<Account> account, String template, Map<String, ?> model) {
        Map<String, Object> all = common(words, account);
        all.putAll(Map.of("skin", "azure", "path", "/", "requestId", "", "csrf", ""));
        all.putAll(model);
        return process("pages/" + template, all);
    }

    /**
     * Draws a part of a page that does not depend on who asks, to stand in the models of many.
     *
     * @param words in the language wanted
     * @param template name without folder and ending; it lies in {@code templates/parts}
     * @param model what the template needs beside the common part
     * @return markup that is not escaped again
     */
    public TemplateModel part(Words words, String template, Map<String, ?> model) {
        Map<String, Object> all = common(words, Optional.empty());
        all.putAll(model);
        try {
            return HTMLOutputFormat.INSTANCE.fromMarkup(process("parts/" + template, all));
        } catch (TemplateModelException e) {
            throw new IllegalStateException("Template " + template, e);
        }
    }

    private Map<String, Object> common(Words words, Optional<Account> account) {
        Map<String, Object> all = new HashMap<>(TemplateFunctions.of(words));
        all.put("lang", words.language());
        all.put("hall", hall(words.language()));
        all.put("assets", assets.base());
        all.put("nav", "");
        account.ifPresent(who -> all.put("account", account(who, words)));
        return all;
    }

    private String process(String template, Map<String, Object> model) {
        var page = new StringWriter(16_384);
        try {
            templates.getTemplate(template + ".ftlh").process(model, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("Template " + template + ": " + e.getMessageWithoutStackTop(), e);
        }
        return page.toString();
    }

    /**
     * Words, dates and limits in the language of who asks.
     *
     * @param visit who asks
     * @return the words
     */
    public Words words(Visit visit) {
        return words(visit.language());
    }

    /**
     * Words, dates and limits in a language.
     *
     * @param language "zh" or "en"
     * @return the words
     */
    public Words words(String language) {
        return new Words(texts, language, zone);
    }

    /** The hall's words. */
    public Texts texts() {
        return texts;
    }

    /** In which dates are shown. */
    public ZoneId zone() {
        return zone;
    }

    private Map<String, String> hall(String language) {
        boolean chinese = language.equals("zh");
        return Map.of(
                "name", chinese ? settings.name() : settings.name_en(),
                "site", chinese ? settings.site() : settings.site_en(),
                "operator", chinese ? settings.operator() : settings.operator_en(),
                "hotline", settings.hotline(),
                "hotlineHours", chinese ? settings.hotline_hours() : settings.hotline_hours_en());
    }

    private static Map<String, Object> account(Account account, Words words) {
        String posts = account.posts().stream()
                .map(Post::post)
                .distinct()
                .map(post -> words.text("word.post." + post))
                .collect(Collectors.joining(words.text("word.and")));
        return Map.of(
                "name",
                account.name(),
                "staff",
                account.official(),
                "postsLabel",
                posts,
                "administrator",
                account.kind() == AccountKind.ADMINISTRATOR);
    }
}
