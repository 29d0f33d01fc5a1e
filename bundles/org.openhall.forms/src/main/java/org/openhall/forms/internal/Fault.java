package org.openhall.forms.internal;

import java.util.Map;

/**
 * What is wrong with one value, before it is put into words.
 *
 * @param code for programs
 * @param sentence which sentence says it
 * @param args to fill into the sentence
 */
record Fault(String code, String sentence, Map<String, String> args) {

    static Fault of(String code, String sentence) {
        return new Fault(code, sentence, Map.of());
    }
}
