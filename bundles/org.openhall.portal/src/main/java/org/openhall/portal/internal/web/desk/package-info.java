/** Pages: the officials' desk. */
package org.openhall.portal.internal.web.desk;
