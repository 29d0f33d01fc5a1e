/** Flow charts: from the steps of an item to shapes and words. */
package org.openhall.portal.internal.view.flow;
