/** Installed item bundles and the calls into their code. */
package org.openhall.catalogue.internal.running;
