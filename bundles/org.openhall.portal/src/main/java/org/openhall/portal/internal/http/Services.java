package org.openhall.portal.internal.http;

import java.time.Clock;
import org.openhall.api.cases.Cases;
import org.openhall.api.cases.Desk;
import org.openhall.api.cases.Drafts;
import org.openhall.api.cases.Filing;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.json.Json;
import org.openhall.api.materials.Materials;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.Directory;
import org.openhall.api.users.Sessions;

/**
 * What pages and endpoints work with.
 *
 * @param accounts accounts, parties, mandates
 * @param sessions who is signed in
 * @param directory regions and departments
 * @param catalogue items and their versions
 * @param drafts applications being filled in
 * @param filing from draft to case
 * @param cases the applicant's side
 * @param desk the officials' side
 * @param materials uploaded files
 * @param administration of deployed items
 * @param json JSON as plain values
 * @param clock what time it is
 */
public record Services(
        Accounts accounts,
        Sessions sessions,
        Directory directory,
        Catalogue catalogue,
        Drafts drafts,
        Filing filing,
        Cases cases,
        Desk desk,
        Materials materials,
        ItemAdministration administration,
        Json json,
        Clock clock) {}
