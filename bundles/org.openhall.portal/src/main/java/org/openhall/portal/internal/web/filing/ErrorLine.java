package org.openhall.portal.internal.web.filing;

/**
 * One line of an error summary.
 *
 * @param id of the field on this page; empty when it stands on another one
 * @param href address of the field on another page; empty when it stands on this one
 * @param text what is wrong
 */
public record ErrorLine(String id, String href, String text) {

    static ErrorLine here(String id, String text) {
        return new ErrorLine(id, "", text);
    }

    static ErrorLine elsewhere(String href, String text) {
        return new ErrorLine("", href, text);
    }
}
