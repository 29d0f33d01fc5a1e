/** The one servlet: pages and REST as one Jersey application. */
package org.openhall.portal.internal.http;
