/** What administrators and the hall itself do about deployed items. */
package org.openhall.catalogue.internal.acts;
