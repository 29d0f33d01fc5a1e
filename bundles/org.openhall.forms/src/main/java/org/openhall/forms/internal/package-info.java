/** Forms as pure functions: schema, layout and answers in, page model and problems out. */
package org.openhall.forms.internal;
