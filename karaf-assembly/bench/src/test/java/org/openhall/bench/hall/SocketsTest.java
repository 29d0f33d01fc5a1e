package org.openhall.bench.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class SocketsTest {

    /** Listening, open on the server's side, open on the client's, waiting to be forgotten. */
    private static final String TABLE = """
              sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 0100007F:1FF5 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1
               1: 0100007F:1FF5 0100007F:D431 01 00000000:00000000 00:00000000 00000000     0        0 2 1
               2: 0100007F:D431 0100007F:1FF5 01 00000000:00000000 00:00000000 00000000     0        0 3 1
              13: 0100007F:1FF5 0100007F:D432 06 00000000:00000000 03:00000000 00000000     0        0 0 3
            """;

    @Test
    void onlyOpenConnectionsToThePortCount() {
        assertThat(Sockets.count(TABLE, 8181)).isEqualTo(1);
        assertThat(Sockets.count(TABLE, 8182)).isZero();
    }

    @Test
    void aConnectionOfThisMachineIsSeen() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new Socket(server.getInetAddress(), server.getLocalPort());
                var accepted = server.accept()) {
            assertThat(client.isConnected() && accepted.isConnected()).isTrue();
            assertThat(Sockets.to(server.getLocalPort())).isEqualTo(1);
        }
    }
}
