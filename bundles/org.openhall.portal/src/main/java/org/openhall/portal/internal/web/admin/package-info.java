/** Pages of hall and department administrators: what is deployed, and what they do about it. */
package org.openhall.portal.internal.web.admin;
