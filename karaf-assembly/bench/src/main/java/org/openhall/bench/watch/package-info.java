/** Figures that are read again and again for a long time, and whether they stay where they are. */
package org.openhall.bench.watch;
