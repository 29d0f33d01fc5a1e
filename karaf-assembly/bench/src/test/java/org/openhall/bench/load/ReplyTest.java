package org.openhall.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReplyTest {

    @Test
    void membersAreFoundByNameWhateverTheirKind() {
        Reply reply =
                reply("{\"cases\":[{\"number\":\"A-1\",\"id\":7},{\"number\":\"A-2\",\"id\":8}],\"next\":\"abc=\"}");

        assertThat(reply.fields("number")).containsExactly("A-1", "A-2");
        assertThat(reply.field("id")).isEqualTo("7");
        assertThat(reply.text("next")).contains("abc=");
    }

    @Test
    void aNextThatIsNullOrLeftOutIsNone() {
        assertThat(reply("{\"next\":null}").text("next")).isEmpty();
        assertThat(reply("{}").text("next")).isEmpty();
        assertThatThrownBy(() -> reply("{}").field("id")).hasMessageContaining("no \"id\"");
    }

    private static Reply reply(String body) {
        return new Reply(200, body.getBytes(StandardCharsets.UTF_8), 0, 1);
    }
}
