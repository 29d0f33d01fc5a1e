package org.openhall.portal.internal.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.openhall.api.cases.Drafts;
import org.openhall.api.cases.Filing;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Limit;
import org.openhall.api.catalogue.Version;
import org.openhall.api.materials.Materials;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.portal.internal.FakeHall;
import org.openhall.portal.internal.PortalUnderTest;
import org.openhall.portal.internal.SmallCatalogue;

/** Programs of applicants, and a hall with one item. */
abstract class ApplicationsUnderTest {

    static final String[] ANNA = {"Authorization", "Bearer anna"};
    final FakeDrafts drafts = new FakeDrafts();

    final Shelf shelf = new Shelf();

    final PortalUnderTest portal = new PortalUnderTest(new FakeHall()
            .with(Catalogue.class, new Items())
            .with(Accounts.class, new Object())
            .with(Drafts.class, drafts)
            .with(Filing.class, drafts)
            .with(Materials.class, shelf)
            .signedIn(FakeHall.citizen("anna"))
            .signedIn(new Account(9, "bert", AccountKind.PERSON, "Bert", "", false, List.of()))
            .services());

    @AfterEach
    void stop() {
        portal.close();
    }

    void open() {
        portal.json("POST", "/api/v1/applications", "{\"item\":\"p-1\"}", ANNA);
    }

    HttpResponse<String> put(String answers, String... headers) {
        return portal.json("PUT", "/api/v1/applications/1/answers", answers, with(headers));
    }

    static String[] with(String... headers) {
        List<String> all = new ArrayList<>(List.of(ANNA));
        all.addAll(List.of(headers));
        return all.toArray(String[]::new);
    }

    static final class Items {

        public Optional<Implementation> implementation(String code) {
            return Optional.of(SmallCatalogue.PARKING)
                    .filter(item -> item.code().equals(code));
        }

        public Optional<ItemVersion> active(String item) {
            return Optional.empty();
        }

        public Optional<ItemVersion> version(String item, Version version) {
            var drawing = new ItemDefinition.MaterialSpec(
                    "drawing", ItemDefinition.Need.REQUIRED, Map.of(), List.of("pdf"), 1, 2048);
            var definition = new ItemDefinition(
                    item,
                    version,
                    List.of(),
                    List.of(),
                    new ItemDefinition.Guide(List.of(), "full", 0, "none", 0, List.of(), List.of(), false),
                    new ItemDefinition.Limits(new Limit(1, Limit.Unit.WORKING), Optional.empty()),
                    List.of(drawing),
                    List.of(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    0);
            return Optional.of(new ItemVersion(definition, "", null, Map.of(), Map.of()));
        }
    }

    static final class Shelf {

        private final List<StoredMaterial> files = new ArrayList<>();
        private byte[] bytes = {};
        Optional<Runnable> filing = Optional.empty();

        public Materials.Upload add(long draft, ItemDefinition.MaterialSpec spec, String name, InputStream content)
                throws IOException {
            bytes = content.readNBytes(3000);
            if (filing.isPresent()) {
                filing.get().run();
                return new Materials.Refused("filed", List.of());
            }
            if (bytes.length > spec.maxBytes()) {
                return new Materials.Refused("too-large", List.of("2 KB"));
            }
            files.add(new StoredMaterial(
                    files.size() + 1L, spec.code(), name, "application/pdf", bytes.length, "00", FakeHall.NOW));
            return new Materials.Stored(files.get(files.size() - 1));
        }

        public List<StoredMaterial> ofDraft(long draft) {
            return List.copyOf(files);
        }

        public Optional<InputStream> open(String sha256) {
            return Optional.of(new ByteArrayInputStream(bytes));
        }

        public boolean remove(long draft, long material) {
            return files.removeIf(file -> Set.of(material).contains(file.id()));
        }
    }
}
