/** One page of a longer list. */
@Version("1.0.0")
@Export
package org.openhall.api.paging;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
