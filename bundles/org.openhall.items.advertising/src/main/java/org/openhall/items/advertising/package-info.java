/** The large outdoor advertising permit. */
package org.openhall.items.advertising;
