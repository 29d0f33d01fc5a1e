/** The other end of the channel: a program of its own that needs the JDK only. It shares {@link org.openhall.shell.internal.client.Wire} with the hall. */
package org.openhall.shell.internal.client;
