/** A hall with a real framework and database, and little items built on the fly. */
package org.openhall.catalogue.internal.testing;
