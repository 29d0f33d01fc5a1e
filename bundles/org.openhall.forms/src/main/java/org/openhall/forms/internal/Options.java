package org.openhall.forms.internal;

/**
 * Options of a control; a text that was not set is empty.
 *
 * @param from which known value it shows
 * @param suggest which known value it begins with
 * @param multi whether several lines are typed
 * @param format radio, select or checkbox
 * @param autocomplete HTML token
 * @param suffix key of the unit
 * @param root code of the region below which to choose
 * @param levels how many levels to choose
 */
record Options(
        String from,
        String suggest,
        boolean multi,
        String format,
        String autocomplete,
        String suffix,
        String root,
        int levels) {}
