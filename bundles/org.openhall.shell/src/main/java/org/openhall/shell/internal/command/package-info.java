/** The commands: what was typed goes in, the contracts of the hall are called, words come out. Karaf makes one object a call and fills its fields. */
package org.openhall.shell.internal.command;
