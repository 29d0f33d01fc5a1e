package org.openhall.portal.internal.view;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.api.storage.StorageUnavailable;
import org.openhall.api.users.Account;
import org.openhall.portal.internal.http.Failures;
import org.openhall.portal.internal.http.Local;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Visit;

/** Tells people what went wrong, what became of what they typed, and what to do now. */
public final class ErrorPage implements Failures.Drawing {

    /** After these the same form may be sent once more. */
    private static final Set<String> AGAIN =
            Set.of("storage-unavailable", "item-unavailable", "busy", "internal", "form-expired", "session-ended");

    private final Pages pages;

    /**
     * Makes it.
     *
     * @param pages draws it
     */
    public ErrorPage(Pages pages) {
        this.pages = pages;
    }

    /** A field that is sent again. */
    public record Kept(String name, String value) {}

    @Override
    public Response.ResponseBuilder draw(Refusal refusal, Visit visit, ContainerRequestContext request) {
        Words words = pages.words(visit);
        Optional<Account> account = account(refusal, visit);
        List<Kept> kept = AGAIN.contains(refusal.code()) ? kept(visit) : List.of();
        Map<String, Object> model = new HashMap<>(Map.of(
                "code", refusal.code(),
                "status", refusal.status(),
                "title", words.text("error." + refusal.code() + ".title"),
                "text", words.text("error." + refusal.code() + ".text"),
                "kept", kept,
                "posted", request.getMethod().equals("POST"),
                "again", Local.path(request.getUriInfo().getRequestUri().getRawPath()),
                "needsSignIn", Set.of("session-ended", "not-signed-in").contains(refusal.code())));
        if (visit.token().isPresent() && account.isEmpty() && visit.form().has("csrf")) {
            // The session could not be read: the form keeps the secret it came with, which is compared when it is sent
            // again.
            model.put("csrf", visit.form().typed("csrf"));
        }
        return pages.draw(visit, account, refusal.status(), "error", model);
    }

    /** Who asks: after a failure of the hall's own only as far as it was found out before, because the database may be what failed. */
    private static Optional<Account> account(Refusal refusal, Visit visit) {
        if (refusal.status() >= 500) {
            return visit.knownAccount();
        }
        try {
            return visit.account();
        } catch (StorageUnavailable e) {
            return Optional.empty();
        }
    }

    /** What was typed, without secrets and without what the answer page brings itself. */
    private static List<Kept> kept(Visit visit) {
        List<Kept> kept = new ArrayList<>();
        visit.form().fields().forEach((name, values) -> {
            if (!name.equals("csrf") && !secret(name)) {
                values.forEach(value -> kept.add(new Kept(name, value)));
            }
        });
        return kept;
    }

    private static boolean secret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("password") || lower.equals("old") || lower.equals("new") || lower.equals("repeat");
    }
}
