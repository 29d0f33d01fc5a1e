/** Pages that everybody reads. */
package org.openhall.bench.pages;
