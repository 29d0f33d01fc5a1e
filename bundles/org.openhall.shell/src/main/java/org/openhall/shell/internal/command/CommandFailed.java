package org.openhall.shell.internal.command;

/** What was asked for is not done; the message is all that the person who asked needs. */
public final class CommandFailed extends Exception {

    private static final long serialVersionUID = 1;

    CommandFailed(String message) {
        super(message);
    }
}
