/** Requests that take effect once. */
package org.openhall.storage.internal.requests;
