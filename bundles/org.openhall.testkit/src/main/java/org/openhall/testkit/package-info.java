/** What the author of an item tests rules and steps with. */
@Version("1.0.0")
@Export
package org.openhall.testkit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
