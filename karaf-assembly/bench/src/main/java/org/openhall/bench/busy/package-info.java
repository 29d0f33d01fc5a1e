/** An hour of a busy demo hall in ten minutes: its database file stays small while it runs. */
package org.openhall.bench.busy;
