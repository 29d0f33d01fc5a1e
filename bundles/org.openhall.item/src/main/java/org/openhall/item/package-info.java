/** What the author of an item sees of the hall, and nothing else. */
@Version("1.0.0")
@Export
package org.openhall.item;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
