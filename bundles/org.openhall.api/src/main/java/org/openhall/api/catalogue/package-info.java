/** Service items, their versions, and the door through which item bundles come. */
@Version("1.0.0")
@Export
package org.openhall.api.catalogue;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
