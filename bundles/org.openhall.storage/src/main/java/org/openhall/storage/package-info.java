/** Gives the Table classes of other bundles their database handle; the one package a core bundle exports. */
@Version("1.0.0")
@Export
package org.openhall.storage;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
