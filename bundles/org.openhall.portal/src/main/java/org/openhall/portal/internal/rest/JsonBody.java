package org.openhall.portal.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.api.forms.Problem;
import org.openhall.api.json.Json;
import org.openhall.portal.internal.http.Refusal;

/** A JSON object that a program sent, read strictly: no unknown member, no other type than expected, no more than allowed. */
final class JsonBody {

    /** Largest body of a call that is no answers document. */
    static final int SMALL = 32 * 1024;

    /** Most bodies are smaller than this: room for eight times as much for each was a twentieth of all that requests need. */
    private static final int MOST_HAVE = 1024;

    private final byte[] bytes;
    private final Map<String, Object> object;
    private final Set<String> asked = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private JsonBody(byte[] bytes, Map<String, Object> object) {
        this.bytes = bytes;
        this.object = object;
    }

    /**
     * Reads a body.
     *
     * @param body as sent
     * @param max largest size in bytes
     * @param json reads it
     * @return the object
     * @throws Refusal 413 when it is larger, 400 when it is no JSON object
     */
    static JsonBody read(InputStream body, int max, Json json) {
        return of(bytes(body, max), json);
    }

    /** The same, where a body may be left out. */
    static JsonBody readOptional(InputStream body, int max, Json json) {
        byte[] bytes = bytes(body, max);
        return bytes.length == 0 ? new JsonBody(bytes, Map.of()) : of(bytes, json);
    }

    private static JsonBody of(byte[] bytes, Json json) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new JsonBody(bytes, json.object(text));
        } catch (CharacterCodingException e) {
            throw Refusal.malformed("", "The body is not UTF-8.");
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("", "The body is not a JSON object: " + e.getMessage());
        }
    }

    /** The whole object. */
    Map<String, Object> object() {
        return object;
    }

    /** SHA-256 of the body. */
    String hash() {
        return hash(bytes);
    }

    /** SHA-256 of a text. */
    static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A text that must be there. */
    String text(String name) {
        Optional<String> value = optional(name);
        if (value.isEmpty() && object.get(name) == null) {
            wrong(name, "required");
        }
        return value.orElse("");
    }

    /** A text that may be left out. */
    Optional<String> optional(String name) {
        return value(name, String.class);
    }

    /** A yes or no that must be there. */
    boolean flag(String name) {
        Optional<Boolean> value = value(name, Boolean.class);
        if (value.isEmpty() && object.get(name) == null) {
            wrong(name, "required");
        }
        return value.orElse(false);
    }

    /** A yes or no; no when it is left out. */
    boolean optionalFlag(String name) {
        return value(name, Boolean.class).orElse(false);
    }

    /** A whole number that may be left out. */
    Optional<Long> number(String name) {
        Optional<Number> value = value(name, Number.class);
        try {
            return value.map(number -> new java.math.BigDecimal(number.toString()).longValueExact());
        } catch (ArithmeticException e) {
            wrong(name, "type");
            return Optional.empty();
        }
    }

    /** Adds a problem of one member. */
    void wrong(String name, String code) {
        problems.add(new Problem("/" + name.replace("~", "~0").replace("/", "~1"), code, code));
    }

    /** What is wrong so far, unknown members included; messages are still codes. */
    List<Problem> problems() {
        object.keySet().stream().filter(name -> !asked.contains(name)).forEach(name -> {
            asked.add(name);
            wrong(name, "unknown");
        });
        return problems;
    }

    private <T> Optional<T> value(String name, Class<T> type) {
        asked.add(name);
        Object value = object.get(name);
        if (value != null && !type.isInstance(value)) {
            wrong(name, "type");
            return Optional.empty();
        }
        return Optional.ofNullable(type.cast(value));
    }

    private static byte[] bytes(InputStream body, int max) {
        try {
            byte[] bytes = new byte[MOST_HAVE];
            int read = body.readNBytes(bytes, 0, MOST_HAVE);
            while (read == bytes.length && read <= max) {
                bytes = Arrays.copyOf(bytes, 4 * read);
                read += body.readNBytes(bytes, read, Math.min(bytes.length, max + 1) - read);
            }
            if (read > max) {
                throw new Refusal(413, "too-large").with("limit", max);
            }
            return Arrays.copyOf(bytes, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
