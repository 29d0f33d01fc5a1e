package org.openhall.shell.internal.client;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One caller's connection: gives commands to the hall and prints what comes back. */
final class Client implements AutoCloseable {

    /** The status when the hall could not be asked. */
    static final int NO_HALL = 2;

    private static final Set<String> LEAVE = Set.of("exit", "quit", "logout");
    private static final String PROMPT = "hall> ";

    private final SocketChannel channel;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final PrintStream output;
    private final PrintStream errors;
    private Optional<Wire.Greeting> greeting;

    private Client(SocketChannel channel, Wire.Greeting greeting, PrintStream output, PrintStream errors) {
        this.channel = channel;
        this.in = new DataInputStream(Channels.newInputStream(channel));
        this.out = new DataOutputStream(Channels.newOutputStream(channel));
        this.output = output;
        this.errors = errors;
        this.greeting = Optional.of(greeting);
    }

    static Client connect(Path socket, Wire.Greeting greeting, PrintStream output, PrintStream errors)
            throws IOException {
        return new Client(SocketChannel.open(UnixDomainSocketAddress.of(socket)), greeting, output, errors);
    }

    /** Gives one command, with the first one a greeting; its status. */
    int give(String command) throws IOException {
        try {
            if (greeting.isPresent()) {
                greeting.get().write(out);
                greeting = Optional.empty();
            }
            Wire.writeText(out, command);
        } catch (IOException e) {
            // why the hall hung up has been sent before
            return answer();
        }
        return answer();
    }

    /** Gives command after command; at a terminal until its end, else until the first that fails. */
    int giveAll(Reader lines, boolean terminal) throws IOException {
        BufferedReader reader = new BufferedReader(lines);
        if (terminal) {
            errors.println("`help` lists the commands, `exit` ends.");
        }
        int status = 0;
        for (String line = next(reader, terminal); line != null; line = next(reader, terminal)) {
            String command = line.strip();
            if (LEAVE.contains(command)) {
                break;
            }
            if (!command.isEmpty() && !command.startsWith("#")) {
                status = give(command);
                if (status == NO_HALL || status != 0 && !terminal) {
                    break;
                }
            }
        }
        return status;
    }

    private String next(BufferedReader reader, boolean terminal) throws IOException {
        if (terminal) {
            output.print(PROMPT);
            output.flush();
        }
        return reader.readLine();
    }

    private int answer() throws IOException {
        try {
            while (true) {
                byte kind = in.readByte();
                byte[] content = in.readNBytes(in.readInt());
                switch (kind) {
                    case Wire.OUT -> write(output, content);
                    case Wire.ERR -> write(errors, content);
                    case Wire.END -> {
                        return content[content.length - 1];
                    }
                    case Wire.BYE -> {
                        errors.println("hall: " + new String(content, StandardCharsets.UTF_8));
                        return NO_HALL;
                    }
                    default -> throw new IOException("The hall belongs to another version than this client.");
                }
            }
        } catch (EOFException e) {
            errors.println("hall: the connection ended before the command did; hall:item-report tells what was done.");
            return NO_HALL;
        }
    }

    private static void write(PrintStream stream, byte[] content) {
        stream.write(content, 0, content.length);
        stream.flush();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    static int run(
            Path socket,
            Wire.Greeting greeting,
            boolean terminal,
            List<String> words,
            Reader lines,
            PrintStream output,
            PrintStream errors) {
        try (Client client = connect(socket, greeting, output, errors)) {
            return words.isEmpty() ? client.giveAll(lines, terminal) : client.give(CommandLine.line(words));
        } catch (java.net.SocketException e) {
            errors.println("hall: no hall answers on "
                    + socket.toAbsolutePath().getParent().getParent() + ": " + e.getMessage()
                    + "; start it, or name its home with --home");
            return NO_HALL;
        } catch (IOException e) {
            errors.println("hall: " + e.getMessage());
            return NO_HALL;
        }
    }
}
