/** Backups of the whole hall: rows of one snapshot and the files they name in one tar, and the way back into an empty home. */
package org.openhall.storage.internal.backup;
