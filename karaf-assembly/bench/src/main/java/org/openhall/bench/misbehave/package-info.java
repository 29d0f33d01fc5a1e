/** What others feel of an item that misbehaves. */
package org.openhall.bench.misbehave;
