/** What the lines of a log say beside their message: which request, case, account and item they are about. */
@Version("1.0.0")
@Export
package org.openhall.api.log;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
