/** Pages: what the applicant filed. */
package org.openhall.portal.internal.web.mine;
