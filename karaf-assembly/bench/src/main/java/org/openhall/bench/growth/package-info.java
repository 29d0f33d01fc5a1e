/** What becomes of a hall when a million cases lie in it. */
package org.openhall.bench.growth;
