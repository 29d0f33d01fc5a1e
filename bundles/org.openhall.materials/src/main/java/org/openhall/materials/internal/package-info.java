/** Uploaded files: bytes by hash, rows in the database. */
package org.openhall.materials.internal;
