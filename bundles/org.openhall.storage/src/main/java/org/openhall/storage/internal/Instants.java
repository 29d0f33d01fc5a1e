package org.openhall.storage.internal;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;

/** Instants travel with an offset: as local times they would be ambiguous when the machine's clock is set back. */
final class Instants extends AbstractArgumentFactory<Instant> {

    private static final ColumnMapper<Instant> READ = (row, column, context) -> {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    };

    private Instants() {
        super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    static Jdbi taughtTo(Jdbi jdbi) {
        return jdbi.registerArgument(new Instants()).registerColumnMapper(Instant.class, READ);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
        return (position, statement, context) ->
                statement.setObject(position, OffsetDateTime.ofInstant(value, ZoneOffset.UTC));
    }
}
