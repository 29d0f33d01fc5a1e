package org.openhall.api.json;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Reads and writes JSON (RFC 8259). Numbers are read as {@link java.math.BigDecimal}. Safe for many threads. */
@ProviderType
public interface Json {

    /**
     * Reads an object.
     *
     * @param text the JSON text
     * @return maps, lists, strings, booleans and big decimals, in the order of the text
     * @throws IllegalArgumentException when the text is no JSON object; the message names line and column and nothing of the content
     */
    Map<String, Object> object(String text);

    /**
     * Writes a value.
     *
     * @param value maps, lists, strings, booleans, numbers, null
     * @return compact JSON
     */
    String text(Object value);
}
