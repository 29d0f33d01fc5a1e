/** Reads the numbers of the hall and of its process and shows them to Prometheus. */
package org.openhall.metrics.internal;
