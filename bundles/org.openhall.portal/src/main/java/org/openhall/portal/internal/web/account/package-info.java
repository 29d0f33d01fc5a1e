/** Pages: register, sign in, password. */
package org.openhall.portal.internal.web.account;
