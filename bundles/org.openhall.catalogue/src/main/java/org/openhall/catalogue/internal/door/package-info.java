/** The way of an item bundle into the hall. */
package org.openhall.catalogue.internal.door;
