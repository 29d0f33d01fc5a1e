/** Accounts, parties, mandates, posts and sessions. */
package org.openhall.users.internal;
