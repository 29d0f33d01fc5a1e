package org.openhall.storage.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openhall.api.storage.Later;
import org.openhall.api.storage.OutboxConsumer;

/** Takes everything but what it refuses. */
final class Post implements OutboxConsumer {

    final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final String name;
    volatile String refuses = "";
    volatile String waits = "";

    Post(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void deliver(String subject, String payload) {
        if (payload.equals(waits)) {
            throw new Later("what " + payload + " needs is away");
        }
        if (payload.equals(refuses)) {
            throw new IllegalArgumentException("cannot take " + payload);
        }
        taken.add(subject + " " + payload);
    }
}
