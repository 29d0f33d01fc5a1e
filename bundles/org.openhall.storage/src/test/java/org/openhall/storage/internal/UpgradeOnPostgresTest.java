package org.openhall.storage.internal;

import org.junit.jupiter.api.Assumptions;
import org.openhall.storage.testing.PostgresSchema;
import org.openhall.storage.testing.PostgresServer;

class UpgradeOnPostgresTest extends UpgradeContract {

    @Override
    DatabaseAddress empty() {
        PostgresServer server = PostgresServer.shared().orElseGet(() -> Assumptions.abort("No PostgreSQL"));
        return new PostgresSchema(server, "earlier_hall").made().address(2);
    }
}
