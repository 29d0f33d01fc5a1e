/** Accounts, parties, mandates, posts and sessions. */
@Version("1.0.0")
@Export
package org.openhall.api.users;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
