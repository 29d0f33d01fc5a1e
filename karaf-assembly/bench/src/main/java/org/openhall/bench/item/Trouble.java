package org.openhall.bench.item;

/** What an applicant writes as a remark to make a rule misbehave. Other answers are judged properly, the samples that the door tries too. */
final class Trouble {

    /** Copied by the compiler into each rule, which is packed alone. */
    static final String WORD = "trouble";

    private Trouble() {}
}
