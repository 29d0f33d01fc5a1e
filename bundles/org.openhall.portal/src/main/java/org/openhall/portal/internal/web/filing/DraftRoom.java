package org.openhall.portal.internal.web.filing;

import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openhall.api.cases.Draft;
import org.openhall.api.cases.Drafts;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.users.Account;
import org.openhall.portal.internal.http.Local;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Pages;

/** Where every page of a filing finds its draft: the visitor's own, not filed yet, on a version that is still open for it. */
final class DraftRoom {

    private final Services services;
    private final Pages pages;

    DraftRoom(Services services, Pages pages) {
        this.services = services;
        this.pages = pages;
    }

    /** A page of a draft. When it was filed or its version closed, a page that says so stands in its place. */
    Response show(Visit visit, long id, Function<OpenDraft, Response> page) {
        return change(visit, id, open -> accepts(open) ? page.apply(open) : instead(visit, open));
    }

    boolean accepts(OpenDraft open) {
        return services.catalogue()
                .accepts(open.draft().item(), open.draft().version().line());
    }

    /** What is done to a draft; also when its version closed, for nothing typed may get lost. */
    Response change(Visit visit, long id, Function<OpenDraft, Response> work) {
        Account account = visit.signedIn();
        Draft draft = services.drafts().find(id, account).orElseThrow(Refusal::notFound);
        return draft.filedAs().isPresent() ? gone(visit, draft.filedAs()) : work.apply(open(visit, account, draft));
    }

    OpenDraft open(Visit visit, Account account, Draft draft) {
        Catalogue catalogue = services.catalogue();
        ItemVersion version = catalogue
                .serving(draft.item(), draft.version().line())
                .or(() -> catalogue.version(draft.item(), draft.version()))
                .orElseThrow(() -> new ItemUnavailable(draft.item() + " " + draft.version()));
        return new OpenDraft(
                account,
                draft,
                version,
                catalogue.implementation(draft.implementation()),
                services.drafts().known(draft),
                visit.language(),
                pages.words(visit));
    }

    /** The draft was filed, or deleted in another window. */
    Response gone(Visit visit, Optional<String> filedAs) {
        Map<String, Object> model = new HashMap<>();
        model.put("nav", "mine");
        filedAs.ifPresent(number -> model.put("number", number));
        return pages.show(visit, 410, "filing-gone", model).build();
    }

    /** What stands in place of a draft whose version takes nothing any more. Nothing is lost. */
    Response instead(Visit visit, OpenDraft open) {
        Drafts.Standing standing = services.drafts().standing(open.draft(), visit.language());
        if (standing instanceof Drafts.Open) {
            // It accepts again, after a rollback a moment ago.
            return Local.go(open.base()).build();
        }
        return standing instanceof Drafts.Behind behind ? superseded(visit, open, behind) : closed(visit, open);
    }

    /** The item has another form now; the citizen moves on when ready. */
    private Response superseded(Visit visit, OpenDraft open, Drafts.Behind behind) {
        Map<String, Object> model = common(open);
        model.put("move", open.base() + "/move");
        model.put("groups", WhatChanged.groups(behind.changes(), open.words()));
        return pages.show(visit, 409, "filing-superseded", model).build();
    }

    /** The item takes nothing any more; the answers can be read and taken along. */
    private Response closed(Visit visit, OpenDraft open) {
        Map<String, Object> model = common(open);
        model.put("groups", CheckPage.read(open));
        model.put(
                "files",
                services.materials().ofDraft(open.draft().id()).stream()
                        .map(file -> Map.of(
                                "name", file.fileName(),
                                "note", open.item().material(file.code()),
                                "href", open.base() + "/files/" + file.id() + "?save"))
                        .toList());
        model.put("save", open.base() + "/answers");
        model.put("delete", "/my/drafts/" + open.draft().id() + "/delete");
        return pages.show(visit, 409, "filing-closed", model).build();
    }

    /** What all pages of a filing share. */
    Map<String, Object> common(OpenDraft open) {
        Map<String, Object> model = open.common(savedAt(open));
        services.catalogue()
                .acceptsUntil(open.draft().item(), open.draft().version().line())
                .ifPresent(end -> model.put(
                        "until", open.words().text("filing.until", open.words().dateTime(end))));
        return model;
    }

    /** 12:03 today, otherwise with its day. */
    String savedAt(OpenDraft open) {
        var at = open.draft().updatedAt();
        boolean today = at.atZone(pages.zone())
                .toLocalDate()
                .equals(services.clock().instant().atZone(pages.zone()).toLocalDate());
        return today
                ? open.words().time(at)
                : open.words().shortDate(at) + " " + open.words().time(at);
    }

    Services services() {
        return services;
    }

    Pages pages() {
        return pages;
    }
}
