/** Which passwords are taken, and how they are kept. */
package org.openhall.users.internal.passwords;
