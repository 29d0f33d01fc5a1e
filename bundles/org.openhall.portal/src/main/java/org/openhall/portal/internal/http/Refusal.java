package org.openhall.portal.internal.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.api.forms.Problem;

/**
 * Ends a request with an error answer: a problem document for programs, a page for people. Its words stand in the texts under
 * {@code error.<code>.title} and {@code error.<code>.text}.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<Problem> problems;
    private final transient Map<String, Object> more = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    /**
     * Makes one.
     *
     * @param status HTTP status
     * @param code stable, for programs and for the texts
     */
    public Refusal(int status, String code) {
        this(status, code, List.of());
    }

    /**
     * Makes one about fields.
     *
     * @param status HTTP status
     * @param code stable, for programs and for the texts
     * @param problems beside their fields
     */
    public Refusal(int status, String code, List<Problem> problems) {
        super(status + " " + code, null, false, false);
        this.status = status;
        this.code = code;
        this.problems = List.copyOf(problems);
    }

    /** There is nothing at this address, or it is not the visitor's to see. */
    public static Refusal notFound() {
        return new Refusal(404, "not-found");
    }

    /** The visitor must sign in first. */
    public static Refusal notSignedIn() {
        return new Refusal(401, "not-signed-in");
    }

    /** The visitor is known, and this is not his to do. */
    public static Refusal notAllowed() {
        return new Refusal(403, "not-allowed");
    }

    /** The body cannot be read. */
    public static Refusal malformed(String pointer, String message) {
        return new Refusal(400, "malformed", List.of(new Problem(pointer, "malformed", message)));
    }

    /** Adds a member to the problem document. */
    public Refusal with(String member, Object value) {
        more.put(member, value);
        return this;
    }

    /** Adds a header to the answer. */
    public Refusal header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Stable name of what is wrong. */
    public String code() {
        return code;
    }

    /** Beside their fields. */
    public List<Problem> problems() {
        return problems;
    }

    /** Further members of the problem document. */
    public Map<String, Object> more() {
        return more;
    }

    /** Further headers of the answer. */
    public Map<String, String> headers() {
        return headers;
    }
}
