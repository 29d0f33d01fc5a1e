package org.openhall.shell.internal.channel;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.openhall.shell.internal.client.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One caller, from his greeting to his end. A command that was begun is never interrupted, even when the caller is gone: it may be writing
 * to the database.
 */
final class Conversation implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final SocketChannel channel;
    private final Shells shells;
    private final Duration patience;
    private final Waiting waiting = new Waiting();
    private final Frames frames;
    private volatile boolean tooLong;

    Conversation(SocketChannel channel, Shells shells, Duration patience) {
        this.channel = channel;
        this.shells = shells;
        this.patience = patience;
        this.frames = new Frames(channel, waiting);
    }

    @Override
    public void run() {
        try (channel) {
            try {
                talk(new DataInputStream(Channels.newInputStream(channel)));
            } catch (EOFException e) {
                if (tooLong) {
                    frames.bye("no command came for " + patience.toSeconds() + " s, so the hall hung up.");
                }
            } catch (IOException e) {
                if (channel.isOpen()) {
                    frames.bye(String.valueOf(e.getMessage()));
                }
            } catch (RuntimeException e) {
                LOG.error("A caller could not be served", e);
                frames.bye("the hall cannot serve this: " + e.getMessage());
            }
        } catch (IOException e) {
            LOG.debug("The caller is gone: {}", e.getMessage());
        }
    }

    private void talk(DataInputStream in) throws IOException {
        waiting.begin(Waiting.For.COMMAND);
        Wire.Greeting caller = Wire.Greeting.read(in);
        try (PrintStream out = frames.stream(Wire.OUT);
                PrintStream errors = frames.stream(Wire.ERR);
                Shells.Shell shell = shells.open(caller, out, errors)) {
            while (true) {
                waiting.begin(Waiting.For.COMMAND);
                String command = Wire.readText(in);
                waiting.end();
                LOG.info("Command: {}", command);
                int status = shell.run(command);
                out.flush();
                errors.flush();
                frames.end(status);
            }
        }
    }

    /** Turns a caller away. */
    void refuse(String why) {
        try (channel) {
            frames.bye(why);
        } catch (IOException e) {
            LOG.debug("The caller is gone: {}", e.getMessage());
        }
    }

    /** Ends the conversation when the hall has waited too long. */
    void look() {
        if (waiting.longerThan(patience)) {
            try {
                if (waiting.what() == Waiting.For.COMMAND) {
                    tooLong = true;
                    // its thread reads the end and says why
                    channel.shutdownInput();
                } else {
                    channel.close();
                }
            } catch (IOException e) {
                LOG.debug("The caller is gone: {}", e.getMessage());
            }
        }
    }

    void hangUp() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("The caller is gone: {}", e.getMessage());
        }
    }
}
