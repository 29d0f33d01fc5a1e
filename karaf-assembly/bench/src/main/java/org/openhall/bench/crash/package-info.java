/** Halls and databases are killed while people file and act; afterwards everything that was acknowledged must be there, once and whole. */
package org.openhall.bench.crash;
