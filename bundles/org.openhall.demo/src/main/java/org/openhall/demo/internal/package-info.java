/** The people and the catalogue of the demo hall. */
package org.openhall.demo.internal;
