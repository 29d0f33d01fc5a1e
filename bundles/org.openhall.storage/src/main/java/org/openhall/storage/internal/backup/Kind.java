package org.openhall.storage.internal.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;

/** How the values of a column stand in a backup; the same whatever database they come from. */
enum Kind {
    /** A whole number. */
    NUMBER(Types.BIGINT, "smallint", "integer", "bigint"),
    /** Characters. */
    TEXT(Types.VARCHAR, "character", "character varying"),
    /** True or false. */
    TRUTH(Types.BOOLEAN, "boolean"),
    /** A point in time, ISO 8601 in UTC, microseconds. */
    TIME(Types.TIMESTAMP_WITH_TIMEZONE, "timestamp with time zone"),
    /** Bytes, as Base64. */
    BYTES(Types.VARBINARY, "bytea", "binary varying");

    private final int type;
    private final Set<String> names;

    Kind(int type, String... names) {
        this.type = type;
        this.names = Set.of(names);
    }

    /** The one for a type, as the information schema calls it. A type that is not here must not get lost in silence. */
    static Kind of(String dataType) {
        return Arrays.stream(values())
                .filter(kind -> kind.names.contains(dataType))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Backups know no columns of the type " + dataType));
    }

    /** Writes the value of a column of the row at hand. */
    void write(JsonGenerator out, ResultSet row, int column) throws SQLException, IOException {
        switch (this) {
            case NUMBER -> {
                long number = row.getLong(column);
                if (row.wasNull()) {
                    out.writeNull();
                } else {
                    out.writeNumber(number);
                }
            }
            case TRUTH -> {
                boolean truth = row.getBoolean(column);
                if (row.wasNull()) {
                    out.writeNull();
                } else {
                    out.writeBoolean(truth);
                }
            }
            case TEXT -> out.writeString(row.getString(column));
            case TIME -> {
                OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
                out.writeString(time == null ? null : time.toInstant().toString());
            }
            case BYTES -> {
                byte[] bytes = row.getBytes(column);
                if (bytes == null) {
                    out.writeNull();
                } else {
                    out.writeBinary(bytes);
                }
            }
        }
    }

    /** Binds the value at hand to a statement. */
    void bind(JsonParser in, PreparedStatement statement, int column) throws SQLException, IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            statement.setNull(column, type);
            return;
        }
        switch (this) {
            case NUMBER -> statement.setLong(column, in.getLongValue());
            case TRUTH -> statement.setBoolean(column, in.getBooleanValue());
            case TEXT -> statement.setString(column, in.getText());
            case TIME ->
                statement.setObject(
                        column, java.time.Instant.parse(in.getText()).atOffset(ZoneOffset.UTC));
            case BYTES -> statement.setBytes(column, in.getBinaryValue());
        }
    }
}
