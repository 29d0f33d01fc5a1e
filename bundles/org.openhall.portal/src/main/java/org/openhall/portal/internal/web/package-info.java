/** Pages: what is drawn before anybody asks for it, and by area what is. */
package org.openhall.portal.internal.web;
