/** Forms: from schema and answers to pages and problems, and back. */
@Version("1.0.0")
@Export
package org.openhall.api.forms;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
