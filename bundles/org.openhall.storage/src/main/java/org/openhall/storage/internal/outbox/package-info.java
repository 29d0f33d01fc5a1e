/** Work that follows from a change: written with it, done later. */
package org.openhall.storage.internal.outbox;
