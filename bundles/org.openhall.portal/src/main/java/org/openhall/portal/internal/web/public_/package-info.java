/** Pages: what everybody may read. */
package org.openhall.portal.internal.web.public_;
