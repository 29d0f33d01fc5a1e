package org.openhall.cases.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openhall.storage.testing.TestStorage;

/** A hall whose items have parallel and automatic steps. */
abstract class ProcedureHall {

    TestHall hall;

    abstract TestStorage storage();

    @BeforeEach
    void open() {
        hall = new TestHall(storage());
    }

    @AfterEach
    void close() {
        hall.close();
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
