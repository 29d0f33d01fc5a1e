/** Reads what an item bundle says about itself, and notes every mistake with file and line. */
package org.openhall.catalogue.internal.definition;
