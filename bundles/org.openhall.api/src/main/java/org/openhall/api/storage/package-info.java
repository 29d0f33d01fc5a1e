/** Transactions, the outbox and requests that are done once. */
@Version("1.0.0")
@Export
package org.openhall.api.storage;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
