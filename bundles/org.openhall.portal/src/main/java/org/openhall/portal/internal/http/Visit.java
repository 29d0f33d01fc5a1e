package org.openhall.portal.internal.http;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.users.Account;
import org.openhall.api.users.Sessions.Session;

/** One request: who asks, in which language, from where. Resources take it as a {@code @Context} parameter. */
public final class Visit {

    static final String PROPERTY = Visit.class.getName();

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * What the request itself says.
     *
     * @param id names the request in logs and on error pages
     * @param api whether a program asks ({@code /api/…})
     * @param secure whether the visitor's browser speaks TLS
     * @param address the visitor's network address
     * @param language "zh" or "en"
     * @param skin chosen skin
     * @param path local address with query, where the visitor is or comes from
     * @param token of the session, from the cookie for pages and from the header for programs
     * @param csrfCookie what the browser keeps while nobody is signed in
     */
    record Facts(
            String id,
            boolean api,
            boolean secure,
            String address,
            String language,
            String skin,
            String path,
            Optional<String> token,
            Optional<String> csrfCookie) {}

    private final Facts facts;
    private final Supplier<Optional<Session>> sessions;
    private Optional<Session> session;
    private String newCsrf = "";
    private PostedForm form = PostedForm.empty();
    private Optional<Parts> parts = Optional.empty();

    Visit(Facts facts, Supplier<Optional<Session>> sessions) {
        this.facts = facts;
        this.sessions = sessions;
    }

    /** Names the request in logs, in {@code X-Request-Id} and on error pages. */
    public String id() {
        return facts.id();
    }

    /** Whether a program asks. */
    public boolean api() {
        return facts.api();
    }

    /** Whether the browser speaks TLS. */
    public boolean secure() {
        return facts.secure();
    }

    /** The client's network address, for throttling. */
    public String address() {
        return facts.address();
    }

    /** "zh" or "en". */
    public String language() {
        return facts.language();
    }

    /** "azure" or "contrast". */
    public String skin() {
        return facts.skin();
    }

    /** Local address with query, to come back to. */
    public String path() {
        return facts.path();
    }

    /** Token of the session, to sign out. */
    public Optional<String> token() {
        return facts.token();
    }

    /** The session, read at most once a request. */
    public Optional<Session> session() {
        if (session == null) {
            session = sessions.get();
        }
        return session;
    }

    /** The session as far as it was read already; error pages must not ask the database that may just have failed. */
    Optional<Session> knownSession() {
        return session == null ? Optional.empty() : session;
    }

    /** Who asks, as far as it was found out already; for error pages. */
    public Optional<Account> knownAccount() {
        return knownSession().map(Session::account);
    }

    /** Who asks; empty when nobody is signed in. */
    public Optional<Account> account() {
        return session().map(Session::account);
    }

    /**
     * Who asks, where that must be known.
     *
     * @return the account
     * @throws Refusal 401: programs get a problem, people the sign-in page and then come back
     */
    public Account signedIn() {
        return account().orElseThrow(Refusal::notSignedIn);
    }

    /**
     * The official who asks.
     *
     * @return the account
     * @throws Refusal 401, or 403 when the account is not an official's
     */
    public Account official() {
        Account account = signedIn();
        if (!account.official()) {
            throw Refusal.notAllowed();
        }
        return account;
    }

    /**
     * The administrator who asks, with what his posts let him touch.
     *
     * @return who acts on deployed items
     * @throws Refusal 401, or 403 when the account is not an administrator's
     */
    public Operator operator() {
        return Operator.of(signedIn()).orElseThrow(Refusal::notAllowed);
    }

    /** The secret that every form of this page carries: the session's, or while nobody is signed in the one of the cookie. */
    public String csrf() {
        return knownSession().map(Session::csrf).or(facts::csrfCookie).orElseGet(() -> {
            if (newCsrf.isEmpty()) {
                byte[] bytes = new byte[32];
                RANDOM.nextBytes(bytes);
                newCsrf = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            }
            return newCsrf;
        });
    }

    /** The cookie to set when a form was drawn for somebody who has none yet. */
    Optional<String> newCsrf() {
        return newCsrf.isEmpty() ? Optional.empty() : Optional.of(newCsrf);
    }

    /** The fields posted from a page; empty for other requests. */
    public PostedForm form() {
        return form;
    }

    /**
     * The rest of a multipart form posted from a page; its first part was the {@code csrf} field and is read already.
     *
     * @return the parts to come
     * @throws Refusal 415 when something else was sent
     */
    public Parts parts() {
        return parts.orElseThrow(() -> new Refusal(415, "media-type"));
    }

    void take(PostedForm posted) {
        form = posted;
    }

    void take(Parts posted) {
        parts = Optional.of(posted);
    }
}
