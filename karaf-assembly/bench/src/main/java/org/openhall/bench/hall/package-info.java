/** What the bench asks the running process: its log, its memory, its services. */
package org.openhall.bench.hall;
