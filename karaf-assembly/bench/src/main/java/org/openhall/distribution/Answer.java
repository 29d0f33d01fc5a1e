package org.openhall.distribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What the hall answered. */
public record Answer(int status, HttpHeaders headers, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + this, e);
        }
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Insists on a status; the message of the failure has the whole answer. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + ", got " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return status + " " + text;
    }
}
