/** The ways to the hall's one door. */
package org.openhall.bench.ways;
