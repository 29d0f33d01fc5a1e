/** How long a hall takes to open, and what it needs of the memory. */
package org.openhall.bench.start;
