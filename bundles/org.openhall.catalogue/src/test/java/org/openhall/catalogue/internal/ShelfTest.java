package org.openhall.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openhall.api.json.Json;
import org.openhall.catalogue.internal.testing.NoRegions;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;
import org.openhall.forms.internal.JsonForms;
import org.openhall.storage.testing.TestStorage;

class ShelfTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aVersionThatCanNoLongerBeReadIsTriedOnceAndTheOthersAreServed() {
        try (TestHall hall = TestHall.open()) {
            hall.enters(ParkingItem.first());
            hall.enters(ParkingItem.first().version("1.1.0"));
            TestStorage storage = hall.storage();
            storage.transactions()
                    .run(() -> storage.database()
                            .handle()
                            .createUpdate("update item_version set definition ="
                                    + " replace(definition, 'start: [intake]', 'start: [') where line = '1.0'")
                            .execute());
            Shelf shelf = new Shelf(
                    storage.transactions(),
                    storage.database(),
                    new JsonForms(new NoRegions()),
                    counting(storage.json()));

            Snapshot first = shelf.read();
            shelf.show(first);
            assertThat(first.ofItem("parking"))
                    .extracting(line -> line.version().version().toString())
                    .containsExactly("1.1.0");
            assertThat(asked.getAndSet(0)).isPositive();

            assertThat(shelf.read()).isEqualTo(first);
            assertThat(asked).hasValue(0);
        }
    }

    /** Reading a version begins with its files, as JSON. */
    private Json counting(Json json) {
        return (Json) Proxy.newProxyInstance(
                Json.class.getClassLoader(), new Class<?>[] {Json.class}, (proxy, method, arguments) -> {
                    asked.incrementAndGet();
                    try {
                        return method.invoke(json, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
