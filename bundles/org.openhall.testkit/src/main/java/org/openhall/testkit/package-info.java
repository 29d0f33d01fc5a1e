/** What an item author tests an item with. */
package org.openhall.testkit;
