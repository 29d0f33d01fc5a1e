/** Tables of bundles, versions and activations. */
package org.openhall.catalogue.internal.store;
