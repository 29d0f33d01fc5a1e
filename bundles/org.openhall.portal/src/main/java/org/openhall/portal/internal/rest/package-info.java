/** The REST API: {@code /api/v1}. */
package org.openhall.portal.internal.rest;
