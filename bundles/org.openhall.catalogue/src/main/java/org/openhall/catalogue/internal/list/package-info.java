/** The implementation list and its search. */
package org.openhall.catalogue.internal.list;
