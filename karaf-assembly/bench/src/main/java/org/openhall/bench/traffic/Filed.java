package org.openhall.bench.traffic;

/**
 * A case, as its applicant knows it.
 *
 * @param number of the case
 * @param line of the form he filled in
 * @param sent when he filed, by {@link System#nanoTime}
 * @param completed when he had his receipt
 */
record Filed(String number, String line, long sent, long completed) {}
