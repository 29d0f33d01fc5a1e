package org.openhall.shell.internal.channel;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.openhall.shell.internal.client.Wire;
import org.openhall.shell.internal.command.CommandFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Karaf's shell: our commands, those of other bundles, pipes and variables. */
final class KarafShells implements Shells {

    private static final Logger LOG = LoggerFactory.getLogger(KarafShells.class);

    private final SessionFactory sessions;

    KarafShells(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Shell open(Wire.Greeting caller, PrintStream out, PrintStream errors) {
        Session session = sessions.create(InputStream.nullInputStream(), out, errors);
        session.currentDir(Path.of(caller.directory()));
        session.put("LANG", caller.locale());
        return new KarafShell(session, errors);
    }

    private record KarafShell(Session session, PrintStream errors) implements Shell {

        @Override
        public int run(String command) {
            try {
                session.execute(command);
                return 0;
            } catch (Exception e) {
                errors.println(message(e));
                return 1;
            }
        }

        /** Karaf and its parser throw plain exceptions with a message for whoever typed. */
        private static String message(Exception e) {
            if (e instanceof CommandFailed) {
                return e.getMessage();
            }
            LOG.debug("A command failed", e);
            if (e instanceof org.apache.karaf.shell.support.CommandException) {
                return e.getMessage() + ". Options stand before arguments; COMMAND --help tells them.";
            }
            if (String.valueOf(e.getMessage()).startsWith("Command not found: hall:")) {
                return e.getMessage() + ". Either it is none, or the catalogue is not up (yet); see log/hall.log.";
            }
            return e.getMessage() == null ? e.toString() : e.getMessage();
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
