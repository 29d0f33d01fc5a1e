package org.openhall.portal.internal.http;

import org.openhall.api.cases.DryRuns;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Extensions;
import org.openhall.api.storage.Requests;
import org.openhall.api.storage.Transactions;

/**
 * What administrators work with.
 *
 * @param door through which bundles come
 * @param deployments what is deployed
 * @param extensions what extends what
 * @param dryRuns versions on trial
 * @param transactions in which requests are remembered
 * @param requests that must take effect once
 */
public record ItemAdministration(
        Door door,
        Deployments deployments,
        Extensions extensions,
        DryRuns dryRuns,
        Transactions transactions,
        Requests requests) {}
