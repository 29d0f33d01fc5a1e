/** Load from outside that costs the machine little: connections, loops, and what they measure. */
package org.openhall.bench.load;
