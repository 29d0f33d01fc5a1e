/** What the machine can do at all, so that figures of different machines can be compared. */
package org.openhall.bench.yardstick;
