/** From a template, a model and the texts to a page. */
package org.openhall.portal.internal.view;
