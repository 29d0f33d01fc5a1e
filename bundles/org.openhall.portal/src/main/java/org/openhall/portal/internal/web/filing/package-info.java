/** Pages: an application step by step. */
package org.openhall.portal.internal.web.filing;
