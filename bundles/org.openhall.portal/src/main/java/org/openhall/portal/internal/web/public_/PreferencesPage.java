package org.openhall.portal.internal.web.public_;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.openhall.portal.internal.http.Cookies;
import org.openhall.portal.internal.http.Local;
import org.openhall.portal.internal.http.Visit;

/** {@code /preferences}: language and skin, kept in the browser. */
@Path("/preferences")
public final class PreferencesPage {

    private static final Set<String> LANGUAGES = Set.of("zh", "en");
    private static final Set<String> SKINS = Set.of("azure", "contrast");

    @POST
    public Response choose(@Context Visit visit) {
        Response.ResponseBuilder answer = Local.go(visit.form().text("back"));
        String language = visit.form().text("lang");
        if (LANGUAGES.contains(language)) {
            answer.cookie(Cookies.choice(visit, Cookies.LANGUAGE, language));
        }
        String skin = visit.form().text("skin");
        if (SKINS.contains(skin)) {
            answer.cookie(Cookies.choice(visit, Cookies.SKIN, skin));
        }
        return answer.build();
    }
}
