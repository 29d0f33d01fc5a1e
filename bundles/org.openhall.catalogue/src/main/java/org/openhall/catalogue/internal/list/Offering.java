package org.openhall.catalogue.internal.list;

/**
 * That a department offers something.
 *
 * @param item that serves it now; "" when none does
 * @param code implementation code
 * @param catalogueCode of the catalogue
 * @param department code of the department
 */
public record Offering(String item, String code, String catalogueCode, String department) {

    /** Whether it is meant by a code of an item's definition. */
    public boolean is(String served) {
        return code.equals(served) || catalogueCode.equals(served);
    }
}
