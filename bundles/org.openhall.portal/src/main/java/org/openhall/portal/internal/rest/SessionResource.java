package org.openhall.portal.internal.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.openhall.api.json.Json;
import org.openhall.api.users.Sessions;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Visit;

/** Signing in and out for programs. */
@Path(Api.BASE + "/session")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {

    private final Sessions sessions;
    private final Json json;
    private final Clock clock;
    private final Calls calls;

    SessionResource(Sessions sessions, Json json, Clock clock, Calls calls) {
        this.sessions = sessions;
        this.json = json;
        this.clock = clock;
        this.calls = calls;
    }

    /** A token and whose it is. */
    public record SignedIn(String token, AccountView account, boolean mustChangePassword, Instant expires) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public SignedIn signIn(@Context Visit visit, InputStream body) {
        JsonBody sent = JsonBody.read(body, JsonBody.SMALL, json);
        String username = sent.text("username");
        String password = sent.text("password");
        calls.good(sent, visit);
        Sessions.SignIn result = sessions.signIn(username, password, visit.address());
        if (result instanceof Sessions.SignedIn in) {
            return new SignedIn(
                    in.token(),
                    AccountView.of(in.session().account()),
                    in.session().account().mustChangePassword(),
                    in.session().expires());
        }
        if (result instanceof Sessions.Throttled throttled) {
            throw throttled(throttled.until(), clock);
        }
        throw new Refusal(401, "wrong-credentials");
    }

    @DELETE
    public Response signOut(@Context Visit visit) {
        visit.signedIn();
        visit.token().ifPresent(sessions::signOut);
        return Response.noContent().build();
    }

    /** 429, and when to try again. */
    static Refusal throttled(Instant until, Clock clock) {
        long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1);
        return new Refusal(429, "throttled").header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
