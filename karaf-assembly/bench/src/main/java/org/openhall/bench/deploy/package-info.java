/** The proof that nobody notices a deployment: mixed traffic while one item is exchanged again and again. */
package org.openhall.bench.deploy;
