package org.openhall.catalogue.internal.testing;

import java.util.List;
import org.openhall.api.catalogue.ItemPages;
import org.openhall.catalogue.internal.CatalogueSettings;
import org.openhall.catalogue.internal.LiveCatalogue;
import org.openhall.catalogue.internal.Shelf;
import org.openhall.catalogue.internal.acts.Acting;
import org.openhall.catalogue.internal.acts.CodeActs;
import org.openhall.catalogue.internal.acts.Counting;
import org.openhall.catalogue.internal.acts.Drain;
import org.openhall.catalogue.internal.acts.Earlier;
import org.openhall.catalogue.internal.acts.LineActs;
import org.openhall.catalogue.internal.acts.LiveDeployments;
import org.openhall.catalogue.internal.acts.Overview;
import org.openhall.catalogue.internal.acts.Plans;
import org.openhall.catalogue.internal.acts.Records;
import org.openhall.catalogue.internal.acts.Rights;
import org.openhall.catalogue.internal.door.BundleKeeper;
import org.openhall.catalogue.internal.door.Changes;
import org.openhall.catalogue.internal.door.Deployment;
import org.openhall.catalogue.internal.door.LiveDoor;
import org.openhall.catalogue.internal.door.ServiceCheck;
import org.openhall.catalogue.internal.door.Trials;
import org.openhall.catalogue.internal.list.ImplementationList;
import org.openhall.catalogue.internal.running.ComposedCalls;
import org.openhall.catalogue.internal.running.ItemBundles;
import org.openhall.catalogue.internal.running.ItemCalls;
import org.openhall.forms.internal.JsonForms;
import org.openhall.storage.testing.TestStorage;
import org.osgi.framework.InvalidSyntaxException;

/** The parts of one node, put together by hand as the framework does it in a hall. */
final class Node {

    final Shelf shelf;
    final ItemBundles bundles;
    final Changes changes;
    final Drain drain;
    final Plans plans;
    final LiveDeployments deployments;
    final LiveDoor door;
    final LiveCatalogue catalogue;

    Node(ItemFramework framework, TestStorage storage, CatalogueSettings settings, CountedCases cases, Staff staff)
            throws InvalidSyntaxException {
        shelf = new Shelf(storage.transactions(), storage.database(), new JsonForms(new NoRegions()), storage.json());
        ImplementationList list = new ImplementationList(
                storage.transactions(), storage.database(), storage.json(), shelf, storage.clock());
        bundles = new ItemBundles(framework.context(), settings);
        BundleKeeper keeper = new BundleKeeper(
                storage.transactions(),
                storage.database(),
                bundles,
                new ServiceCheck(bundles, settings),
                storage.clock());
        changes = new Changes(
                storage.transactions(), storage.database(), shelf, keeper, list, storage.outbox(), storage.clock());
        Rights rights = new Rights(list, shelf);
        door = new LiveDoor(
                storage.transactions(),
                storage.database(),
                new JsonForms(new NoRegions()),
                new PickyTemplates(),
                (version, filled) -> new ItemPages.Drawn(List.of(), List.of()),
                storage.json(),
                shelf,
                rights,
                changes,
                new Deployment(storage.transactions(), storage.database(), shelf, changes, keeper, storage.clock()));
        ComposedCalls calls = new ComposedCalls(new ItemCalls(bundles, settings));
        Earlier earlier = new Earlier(storage.transactions(), storage.database());
        catalogue = new LiveCatalogue(
                shelf,
                calls,
                bundles,
                new Trials(shelf, changes, keeper, calls),
                list,
                earlier,
                storage.clock(),
                settings);
        Counting counting = new Counting();
        counting.setCases(cases);
        drain = new Drain(shelf, changes, counting, storage.clock(), settings);
        Acting acting = new Acting(changes, keeper, shelf, rights, storage.clock());
        LineActs lines = new LineActs(acting, changes, earlier, drain, storage.database(), settings);
        plans = new Plans(
                storage.transactions(), storage.database(), acting, changes, lines, staff.accounts(), storage.clock());
        Overview overview = new Overview(
                storage.transactions(),
                storage.database(),
                shelf,
                rights,
                earlier,
                counting,
                bundles,
                storage.clock(),
                settings);
        deployments = new LiveDeployments(
                overview,
                new Records(storage.transactions(), storage.database(), shelf, overview),
                lines,
                new CodeActs(acting, changes, keeper, bundles),
                plans);
        changes.sync();
    }
}
