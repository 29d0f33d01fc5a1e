/** The item of the bench: what is packed into its bundles at run time. */
package org.openhall.bench.item;
