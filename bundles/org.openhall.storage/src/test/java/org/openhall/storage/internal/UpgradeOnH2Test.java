package org.openhall.storage.internal;

import java.util.UUID;

class UpgradeOnH2Test extends UpgradeContract {

    @Override
    DatabaseAddress empty() {
        return new DatabaseAddress("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", 2, 3_000);
    }
}
