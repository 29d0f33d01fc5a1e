/** The data source, its transactions, its migrations and the outbox. */
package org.openhall.storage.internal;
