/** The one door for item bundles, and every version that ever came through it. */
package org.openhall.catalogue.internal;
