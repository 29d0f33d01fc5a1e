/** What a bench says: JSON lines for programs, a table for people. */
package org.openhall.bench.report;
