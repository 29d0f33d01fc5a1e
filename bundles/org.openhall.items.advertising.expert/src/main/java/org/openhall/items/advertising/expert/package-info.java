/** Expert opinion on the structural safety of large outdoor advertising: an extension of somebody else's item. */
package org.openhall.items.advertising.expert;
