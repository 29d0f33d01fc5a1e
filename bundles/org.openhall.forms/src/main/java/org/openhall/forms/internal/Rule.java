package org.openhall.forms.internal;

/**
 * What happens to an element when a condition holds.
 *
 * @param effect what happens; the opposite when it does not hold
 * @param condition when
 */
record Rule(Effect effect, Condition condition) {

    /** Effects of JSON Forms. */
    enum Effect {
        SHOW,
        HIDE,
        ENABLE,
        DISABLE
    }
}
