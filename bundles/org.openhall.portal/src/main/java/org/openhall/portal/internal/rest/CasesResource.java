package org.openhall.portal.internal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.paging.Page;
import org.openhall.api.users.Account;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;

/** The applicant's own cases. */
@Path(Api.BASE + "/cases")
@Produces(MediaType.APPLICATION_JSON)
public final class CasesResource {

    private final Services services;
    private final Calls calls;

    CasesResource(Services services, Calls calls) {
        this.services = services;
        this.calls = calls;
    }

    /** A page of cases. */
    public record Own(List<CaseViews.Head> cases, Optional<String> next) {}

    @GET
    public Own list(@Context Visit visit, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        Account account = visit.signedIn();
        int most = calls.limit(limit, visit);
        Optional<String> position = Optional.ofNullable(after);
        Page<CaseHead> page = calls.page(position, visit, () -> services.cases().list(account, most, position));
        CaseViews views = views(visit);
        return new Own(page.map(views::full).entries(), page.next());
    }

    @GET
    @Path("{number}")
    public Map<String, Object> one(@Context Visit visit, @PathParam("number") String number) {
        Map<String, Object> view = views(visit).own(find(visit, number));
        services.cases().queryCode(number, visit.signedIn()).ifPresent(code -> view.put("queryCode", code));
        return view;
    }

    @GET
    @Path("{number}/materials/{file:[0-9]{1,18}}")
    @Produces(MediaType.WILDCARD)
    public Response download(@Context Visit visit, @PathParam("number") String number, @PathParam("file") long file) {
        return MaterialView.download(services.materials(), find(visit, number).materials(), file);
    }

    private CaseFile find(Visit visit, String number) {
        return services.cases().find(number, visit.signedIn()).orElseThrow(Refusal::notFound);
    }

    private CaseViews views(Visit visit) {
        return new CaseViews(services.catalogue(), calls.texts(), visit.language());
    }
}
