package org.openhall.catalogue.internal.acts;

import org.openhall.storage.testing.TestStorage;

class TwoNodesOnPostgresTest extends TwoNodesTest {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
