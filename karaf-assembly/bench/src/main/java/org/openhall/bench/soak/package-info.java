/** A hall that works for a long time: nothing may grow. */
package org.openhall.bench.soak;
