/** What the parts of the hall tell in numbers about themselves. */
@Version("1.0.0")
@Export
package org.openhall.api.metrics;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
