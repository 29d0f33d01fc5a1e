package org.openhall.catalogue.internal.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final Map<String, String> stored = new HashMap<>(Map.of("a", "one", "b", "two", "c", "three"));
    private final List<String> looked = new ArrayList<>();
    private final Recent<String, String> recent = new Recent<>(2);

    @Test
    void whatWasFoundIsLookedForOnce() {
        assertThat(find("a")).contains("one");
        assertThat(find("a")).contains("one");
        assertThat(looked).containsExactly("a");
    }

    @Test
    void theOneAskedForLongestAgoGoes() {
        find("a");
        find("b");
        find("a");
        find("c");
        looked.clear();

        find("a");
        find("c");
        find("b");
        assertThat(looked).containsExactly("b");
    }

    @Test
    void whatIsNotThereIsNotKeptAndTakesNoRoom() {
        find("a");
        find("b");
        assertThat(find("x")).isEmpty();
        assertThat(find("y")).isEmpty();
        stored.put("x", "new");
        assertThat(find("x")).contains("new");
        looked.clear();

        find("b");
        find("x");
        assertThat(looked).isEmpty();
    }

    @Test
    void whatChangedIsFoundAtOnce() {
        find("a");
        stored.put("a", "other");
        recent.forget();

        assertThat(find("a")).contains("other");
    }

    @Test
    void whatChangedWhileItWasLookedForIsLookedForAgain() {
        Optional<String> before = recent.find("a", () -> {
            Optional<String> found = Optional.of("one");
            stored.put("a", "other");
            recent.forget();
            return found;
        });

        assertThat(before).contains("one");
        assertThat(find("a")).contains("other");
    }

    private Optional<String> find(String question) {
        return recent.find(question, () -> {
            looked.add(question);
            return Optional.ofNullable(stored.get(question));
        });
    }
}
