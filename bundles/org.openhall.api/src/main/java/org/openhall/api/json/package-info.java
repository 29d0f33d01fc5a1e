/** The hall's JSON documents as text and as plain Java values. */
@Version("1.0.0")
@Export
package org.openhall.api.json;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
