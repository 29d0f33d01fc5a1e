package org.openhall.portal.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern KEY = Pattern.compile("msg\\(\"([^\"]+)\"\\s*[,)]");

    private final Texts texts = Texts.load(true);

    @Test
    void everyTextIsThereInBothLanguages() {
        assertThat(texts.keys("en")).isEqualTo(texts.keys("zh"));
    }

    @Test
    void everyTextThatATemplateNamesIsThere() throws IOException, URISyntaxException {
        var named = new TreeSet<String>();
        Path templates = Path.of(
                TextsTest.class.getResource("/org/openhall/portal/templates").toURI());
        try (Stream<Path> files = Files.walk(templates)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                KEY.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .forEach(call -> {
                            var key = KEY.matcher(call);
                            key.find();
                            named.add(key.group(1));
                        });
            }
        }
        assertThat(named).isNotEmpty();
        assertThat(texts.keys("zh")).containsAll(named);
    }

    @Test
    void anApostropheStaysAnApostrophe() {
        assertThat(texts.text("en", "word.left.working", 1)).isEqualTo("1 working day left");
        assertThat(texts.text("en", "word.left.working", 3)).isEqualTo("3 working days left");
        assertThat(texts.text("zh", "error.number", "o'clock")).endsWith("o'clock");
    }
}
