/** Citizen pages, staff desk and the REST API. */
package org.openhall.portal.internal;
