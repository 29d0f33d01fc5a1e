/** Drafts, cases, tasks and the desk. */
@Version("1.0.0")
@Export
package org.openhall.api.cases;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
