/** The gate in front of everything: 503 while a part of the hall is missing, never 404. */
package org.openhall.portal.internal.gate;
