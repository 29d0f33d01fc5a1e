package org.openhall.materials.internal;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.catalogue.ItemDefinition.Need;
import org.openhall.api.materials.Materials.Stored;
import org.openhall.api.materials.Materials.Upload;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.storage.testing.TestStorage;

/** Materials on a database and a directory of their own. */
abstract class MaterialsGround {

    static final MaterialSpec PLAN = new MaterialSpec("plan", Need.REQUIRED, Map.of(), List.of("pdf", "png"), 2, 1000);

    @TempDir
    Path directory;

    TestStorage storage;
    FileMaterials materials;

    abstract TestStorage storage();

    @BeforeEach
    void open() {
        storage = storage();
        materials = materials(0);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    FileMaterials materials(long reserve) {
        return new FileMaterials(
                storage.transactions(),
                storage.database(),
                new MaterialsDirectory(directory, reserve),
                storage.clock());
    }

    StoredMaterial stored(long draft, byte[] content) {
        return ((Stored) add(draft, "plan.pdf", content)).material();
    }

    Upload add(long draft, String name, byte[] content) {
        return materials.add(draft, PLAN, name, new ByteArrayInputStream(content));
    }
}
