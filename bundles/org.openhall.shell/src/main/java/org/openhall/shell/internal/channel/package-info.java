/** The local way to the commands: a Unix domain socket in the home, one Karaf session for each who connects. */
package org.openhall.shell.internal.channel;
