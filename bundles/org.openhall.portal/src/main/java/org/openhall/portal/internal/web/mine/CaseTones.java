package org.openhall.portal.internal.web.mine;

import org.openhall.api.cases.CaseState;

/** How the state of a case looks; the words always say it too. */
final class CaseTones {

    private CaseTones() {}

    static String tone(CaseState state) {
        return switch (state) {
            case SUBMITTED, ACCEPTED -> "info";
            case GRANTED, COMPLETED -> "ok";
            case DECLINED, REFUSED -> "error";
        };
    }

    static String icon(CaseState state) {
        return switch (state) {
            case SUBMITTED, ACCEPTED -> "clock";
            case GRANTED, COMPLETED -> "check-lg";
            case DECLINED, REFUSED -> "x-lg";
        };
    }
}
