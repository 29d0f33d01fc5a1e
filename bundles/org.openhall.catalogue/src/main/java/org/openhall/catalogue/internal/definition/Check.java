package org.openhall.catalogue.internal.definition;

/** What is looked at in an item, in this order, at the door and by its author's build alike. */
public enum Check {
    /** Jar, manifest and which files are there. */
    BUNDLE("the bundle and its manifest are sound"),
    /** {@code item.yaml}. */
    DEFINITION("the definition can be read; its posts exist"),
    /** Schema, layout and their texts. */
    FORM("the form can be compiled"),
    /** The procedure. */
    STEPS("every step is reached and every way ends"),
    /** The translations. */
    TEXTS("the texts are complete in Chinese and English"),
    /** The templates. */
    DOCUMENTS("every document has a template that can be drawn"),
    /** What a citizen must find in a guide. */
    GUIDE("the guide is complete enough to be published"),
    /** What a citizen sees. */
    PAGES("the guide and every page of the form can be drawn"),
    /** The samples, as far as no code runs. */
    SAMPLES("the samples come out as they say"),
    /** Rules and steps as services. */
    SERVICES("the bundle starts and its services are there"),
    /** The rules' answers. */
    RULES("the rules answer in time and the same twice");

    private final String title;

    Check(String title) {
        this.title = title;
    }

    /** What is true when nothing was found. */
    public String title() {
        return title;
    }
}
