/** Uploaded files and what they were handed in for. */
@Version("1.0.0")
@Export
package org.openhall.api.materials;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
