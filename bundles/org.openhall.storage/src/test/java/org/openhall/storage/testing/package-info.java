/** A real, migrated database for the tests of any bundle. */
package org.openhall.storage.testing;
