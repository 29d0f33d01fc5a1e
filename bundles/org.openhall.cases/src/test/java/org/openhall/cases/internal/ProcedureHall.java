package org.openhall.cases.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A hall whose items have parallel and automatic steps. */
abstract class ProcedureHall extends HallContract {

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
