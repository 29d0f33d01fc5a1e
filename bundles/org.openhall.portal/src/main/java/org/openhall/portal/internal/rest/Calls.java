package org.openhall.portal.internal.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.openhall.api.forms.Problem;
import org.openhall.api.storage.RequestKey;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.ProblemWords;
import org.openhall.portal.internal.view.Texts;

/** What calls of the API have in common: keys, revisions, pages of lists, problems in the caller's language. */
final class Calls {

    private static final int MOST = 100;
    private static final int LONGEST_PATH = 200;

    private final Texts texts;

    Calls(Texts texts) {
        this.texts = texts;
    }

    Texts texts() {
        return texts;
    }

    /** Ends the call when the body has problems. */
    void good(JsonBody body, Visit visit) {
        if (!body.problems().isEmpty()) {
            throw unprocessable(body.problems(), visit);
        }
    }

    /** 422 with problems in the caller's language. */
    Refusal unprocessable(List<Problem> problems, Visit visit) {
        return new Refusal(422, "unprocessable", translated(problems, visit));
    }

    /** 422 about one member. */
    Refusal unprocessable(String pointer, String code, Visit visit) {
        return unprocessable(List.of(new Problem(pointer, code, code)), visit);
    }

    List<Problem> translated(List<Problem> problems, Visit visit) {
        return ProblemWords.of(problems, texts, visit.language());
    }

    /** The Idempotency-Key, where one may be given. */
    Optional<RequestKey> key(HttpHeaders headers, UriInfo uri, long principal, String bodyHash) {
        String key = headers.getHeaderString("Idempotency-Key");
        if (key == null) {
            return Optional.empty();
        }
        if (!key.matches("[\\x21-\\x7e]{1,255}")) {
            throw new Refusal(400, "key-required");
        }
        String path = "POST /" + uri.getPath(false);
        if (path.length() > LONGEST_PATH) {
            throw Refusal.notFound();
        }
        return Optional.of(new RequestKey(principal, path, key, bodyHash));
    }

    /** The Idempotency-Key, where one must be given. */
    Optional<RequestKey> requiredKey(HttpHeaders headers, UriInfo uri, long principal, String bodyHash) {
        Optional<RequestKey> key = key(headers, uri, principal, bodyHash);
        if (key.isEmpty()) {
            throw new Refusal(400, "key-required");
        }
        return key;
    }

    /** The revision of If-Match; empty when the header is missing or {@code *}. A tag that was never ours matches nothing. */
    static OptionalLong ifMatch(HttpHeaders headers) {
        String tag = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (tag == null || tag.strip().equals("*")) {
            return OptionalLong.empty();
        }
        String stripped = tag.strip();
        return stripped.matches("\"[0-9]{1,18}\"")
                ? OptionalLong.of(Long.parseLong(stripped.substring(1, stripped.length() - 1)))
                : OptionalLong.of(-1);
    }

    /** The tag of a revision. */
    static String tag(long revision) {
        return "\"" + revision + "\"";
    }

    /** How many entries are asked for: 1–100, 20 when nothing is said. */
    int limit(String asked, Visit visit) {
        if (asked == null) {
            return 20;
        }
        if (!asked.matches("[0-9]{1,3}") || Integer.parseInt(asked) < 1 || Integer.parseInt(asked) > MOST) {
            throw new Refusal(400, "bad-request", translated(List.of(new Problem("/limit", "range", "range")), visit));
        }
        return Integer.parseInt(asked);
    }

    /** 400 about one query parameter. */
    Refusal badQuery(String parameter, String code, Visit visit) {
        return new Refusal(400, "bad-request", translated(List.of(new Problem("/" + parameter, code, code)), visit));
    }

    /** A page of a list; an {@code after} that no list has given is the caller's mistake. */
    <T> T page(Optional<String> after, Visit visit, Supplier<T> list) {
        try {
            return list.get();
        } catch (IllegalArgumentException e) {
            if (after.isEmpty()) {
                throw e;
            }
            throw badQuery("after", "unknown", visit);
        }
    }
}
