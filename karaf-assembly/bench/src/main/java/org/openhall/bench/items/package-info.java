/** Many items in one hall. */
package org.openhall.bench.items;
