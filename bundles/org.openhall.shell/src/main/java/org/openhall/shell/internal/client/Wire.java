package org.openhall.shell.internal.client;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What goes over the socket. The client greets and sends one command after the other; for each the hall answers with frames, the last of
 * them {@link #END} with the status. {@link #BYE} may come at any time: the hall says why and hangs up.
 */
public final class Wire {

    /** Where the hall listens, seen from its home: a path from there always fits into the 108 bytes an address may have. */
    public static final String SOCKET = "run/hall.sock";

    /** A command is not longer, in bytes of UTF-8. */
    public static final int LONGEST = 16_384;

    /** A frame of output. */
    public static final byte OUT = 1;

    /** A frame of error output. */
    public static final byte ERR = 2;

    /** The command has ended; four bytes: its status. */
    public static final byte END = 3;

    /** The hall hangs up; the text says why. */
    public static final byte BYE = 4;

    /** Name and version of this protocol; both sides come from one distribution, but a hall may run longer than its files lie there. */
    private static final int GREETING = 0x4841_4c31;

    private Wire() {}

    /**
     * Who begins.
     *
     * @param directory the caller's, absolute
     * @param locale the caller's, such as zh_CN.UTF-8
     */
    public record Greeting(String directory, String locale) {

        /** Sends it. */
        public void write(DataOutputStream out) throws IOException {
            out.writeInt(GREETING);
            writeText(out, directory);
            writeText(out, locale);
        }

        /** Receives one. */
        public static Greeting read(DataInputStream in) throws IOException {
            if (in.readInt() != GREETING) {
                throw new IOException("The client belongs to another version of the hall.");
            }
            return new Greeting(readText(in), readText(in));
        }
    }

    /** Sends a text. */
    public static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** Receives a text. */
    public static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("A command has at most " + LONGEST + " bytes.");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
