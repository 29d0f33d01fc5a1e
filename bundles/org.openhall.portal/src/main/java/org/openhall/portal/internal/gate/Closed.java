package org.openhall.portal.internal.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the gate says to whom it turns away: a page to people, a problem document to programs. */
final class Closed {

    static final String RETRY_AFTER = "2";

    private static final Logger LOG = LoggerFactory.getLogger(Closed.class);

    private static final String PAGE = read("closed.html");
    private static final String PROBLEM = """
            {"type":"about:blank","title":"<!--reason-->","status":<!--status-->,"code":"<!--code-->",\
            "detail":"<!--detail-->","request":"<!--request-->"}""";

    private static final Words NOT_READY = new Words(
            503,
            "Service Unavailable",
            "not-ready",
            "A part of the hall is not ready. Try again in a moment.",
            Map.of(
                    "heading", "大厅正在准备，请稍候",
                    "english heading", "The hall is getting ready",
                    "text", "系统正在启动或更新，通常几秒钟即可恢复。",
                    "english text", "The hall is starting or being updated. This usually takes a few seconds."));
    private static final Words BUSY = new Words(
            503,
            "Service Unavailable",
            "busy",
            "Too many requests are in the hall. Try again in a moment.",
            Map.of(
                    "heading", "办事的人太多，请稍候",
                    "english heading", "The hall is busy",
                    "text", "现在同时办事的人太多，请过几秒钟再试。",
                    "english text", "Too many people use the hall at this moment. Please try again in a few seconds."));
    private static final Words TOO_SLOW = new Words(
            408,
            "Request Timeout",
            "too-slow",
            "Not everything arrived in time, and nothing was done.",
            Map.of(
                    "heading", "没有收到完整的内容",
                    "english heading", "Not everything arrived",
                    "text", "等了很久，您发送的内容还没有到齐，这次没有办成。请检查网络后再试。",
                    "english text",
                            "After a long wait not everything you sent had arrived, and nothing was done. Please check"
                                    + " your connection and try again."));

    /** What is said to programs and, by the name of its place, on the page. */
    private record Words(int status, String reason, String code, String detail, Map<String, String> onPage) {

        String page() {
            return filled(PAGE, onPage);
        }

        String problem() {
            return filled(
                    PROBLEM,
                    Map.of("status", String.valueOf(status), "reason", reason, "code", code, "detail", detail));
        }

        private static String filled(String text, Map<String, String> places) {
            String all = text;
            for (Map.Entry<String, String> place : places.entrySet()) {
                all = all.replace("<!--" + place.getKey() + "-->", place.getValue());
            }
            return all;
        }
    }

    private Closed() {}

    /**
     * A part of the hall is missing.
     *
     * @param formToo whether what was typed is read and given back
     */
    static void notReady(HttpServletRequest request, HttpServletResponse response, boolean formToo) throws IOException {
        answer(request, response, NOT_READY, formToo);
    }

    /**
     * There is no place in the hall.
     *
     * @param formToo whether what was typed is read and given back
     */
    static void busy(HttpServletRequest request, HttpServletResponse response, boolean formToo) throws IOException {
        answer(request, response, BUSY, formToo);
    }

    /** Not all of the request arrived, and it is not waited for any longer. */
    static void tooSlow(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        answer(request, response, TOO_SLOW, false);
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Words words, boolean formToo)
            throws IOException {
        response.resetBuffer();
        response.setStatus(words.status());
        if (words.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_AFTER);
        }
        response.setHeader("Cache-Control", "no-store");
        response.setCharacterEncoding("UTF-8");
        String body;
        if (wantsPage(request)) {
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            body = words.page().replace("<!--again-->", again(request, formToo));
        } else {
            response.setContentType("application/problem+json");
            body = words.problem();
        }
        body = body.replace("<!--request-->", String.valueOf(request.getAttribute(RequestId.ATTRIBUTE)));
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null
                && accept.contains("text/html")
                && !request.getRequestURI().startsWith("/api/");
    }

    /** Whether somebody typed something on a page that can be given back. */
    static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return wantsPage(request)
                && "POST".equals(request.getMethod())
                && type != null
                && type.startsWith("application/x-www-form-urlencoded");
    }

    /** A link for those who only looked; for those who sent a form, the same form once more, so that nothing typed is lost; or the way back to it. */
    private static String again(HttpServletRequest request, boolean formToo) {
        String address =
                request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        Map<String, String[]> typed = formToo && isForm(request) ? typed(request) : Map.of();
        if ("POST".equals(request.getMethod()) && typed.isEmpty()) {
            return "<p>请返回上一页，再提交一次。</p><p lang=\"en\">Go back in your browser and send it once more.</p>";
        }
        if (typed.isEmpty()) {
            return "<p><a href=\"" + escape(address) + "\">再试一次 / Try again</a></p>";
        }
        var form = new StringBuilder("<form method=\"post\" action=\"" + escape(address) + "\">");
        for (Map.Entry<String, String[]> field : typed.entrySet()) {
            if (!secret(field.getKey())) {
                for (String value : field.getValue()) {
                    form.append("<input type=\"hidden\" name=\"")
                            .append(escape(field.getKey()))
                            .append("\" value=\"")
                            .append(escape(value))
                            .append("\">");
                }
            }
        }
        return form.append("<p>您填写的内容已保留。 / What you typed is kept.</p>")
                .append("<button>重新提交 / Send again</button></form>")
                .toString();
    }

    /** Nothing when not all of it comes. */
    private static Map<String, String[]> typed(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (RuntimeException e) { // of Jetty, which does not say which
            LOG.debug("What was typed did not arrive", e);
            return Map.of();
        }
    }

    /** Passwords, the three of a change of password too. */
    private static boolean secret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("password") || lower.equals("old") || lower.equals("new") || lower.equals("repeat");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String read(String name) {
        try (InputStream in = Closed.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
