/** Closed loops in rounds: everybody goes on as soon as he is answered. */
package org.openhall.bench.rounds;
