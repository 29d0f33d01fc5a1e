package org.openhall.forms.internal;

/** What kind of answer a place takes. */
enum Kind {
    TEXT("string"),
    NUMBER("number"),
    INTEGER("integer"),
    BOOLEAN("boolean"),
    CHOICE("string"),
    CHOICES("array"),
    ROWS("array");

    private final String type;

    Kind(String type) {
        this.type = type;
    }

    /** The JSON type. */
    String type() {
        return type;
    }

    boolean number() {
        return this == NUMBER || this == INTEGER;
    }
}
