/** How the kit looks at an item: the door's own checks in a framework of its own. */
package org.openhall.testkit.internal;
