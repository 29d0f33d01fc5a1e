/** A day at the hall: citizens, officials, readers, and what each of them must be shown. */
package org.openhall.bench.traffic;
