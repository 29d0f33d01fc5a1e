/** What the commands say: pure functions from what the hall answers to lines a person reads. */
package org.openhall.shell.internal.text;
