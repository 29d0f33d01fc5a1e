package org.openhall.forms.internal;

/**
 * One of the values that may be chosen.
 *
 * @param posted as it travels in a posted form
 * @param value as it stands in the answers
 * @param title from the schema; empty when only the translations name it
 */
record Choice(String posted, Object value, String title) {}
