package org.openhall.portal.internal.web.admin;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.openhall.api.cases.DryRuns;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Extensions;
import org.openhall.api.catalogue.Extensions.Extending;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Version;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Post;
import org.openhall.portal.internal.FakeHall;
import org.openhall.portal.internal.PortalUnderTest;
import org.openhall.portal.internal.SmallDeployments;
import org.openhall.portal.internal.SmallDryRuns;

/** Two deployed items and the pages of those who administer them. */
abstract class AdminUnderTest {

    static final String PARKING = "/admin/items/parking";
    final SmallDeployments deployments = new SmallDeployments();

    final SmallDryRuns dryRuns = new SmallDryRuns();
    final SmallExtensions extensions = new SmallExtensions();

    final PortalUnderTest portal = new PortalUnderTest(deployments
            .in(new FakeHall())
            .with(DryRuns.class, dryRuns)
            .with(Extensions.class, extensions)
            .with(Catalogue.class, new NoVersions())
            .signedIn(FakeHall.citizen("anna"))
            .signedIn(new Account(
                    3, "min", AccountKind.OFFICIAL, "王敏", "", false, List.of(new Post("intake", "d-1", "341600"))))
            .services());

    /** What the test says extends the item. */
    static final class SmallExtensions {

        List<Extending> all = List.of();

        Set<String> keys = Set.of();

        Optional<String> extended(String key) {
            return keys.contains(key) ? Optional.of("parking") : Optional.empty();
        }

        List<Extending> on(String item) {
            return all;
        }

        List<Extending> by(String extension) {
            return all;
        }
    }

    /** A catalogue that has lost the version on trial. */
    static final class NoVersions {

        Optional<ItemVersion> version(String item, Version version) {
            return Optional.empty();
        }
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    HttpResponse<String> get(String who, String path) {
        return portal.get(path, "Cookie", "hall-session=" + who);
    }

    HttpResponse<String> post(String who, String path, String fields) {
        return portal.post(path, "csrf=csrf-of-" + who + fields, "Cookie", "hall-session=" + who);
    }
}
