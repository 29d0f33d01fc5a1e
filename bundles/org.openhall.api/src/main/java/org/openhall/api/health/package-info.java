/** Whether every part of the hall serves. */
@Version("1.0.0")
@Export
package org.openhall.api.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
