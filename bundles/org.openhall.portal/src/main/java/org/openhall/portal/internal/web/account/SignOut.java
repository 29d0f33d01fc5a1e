package org.openhall.portal.internal.web.account;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.openhall.api.users.Sessions;
import org.openhall.portal.internal.http.Cookies;
import org.openhall.portal.internal.http.Local;
import org.openhall.portal.internal.http.Visit;

/** {@code /sign-out}: ends the session. */
@Path("/sign-out")
public final class SignOut {

    private final Sessions sessions;

    SignOut(Sessions sessions) {
        this.sessions = sessions;
    }

    @POST
    public Response signOut(@Context Visit visit) {
        visit.token().ifPresent(sessions::signOut);
        return Local.go("/").cookie(Cookies.noSession(visit)).build();
    }
}
