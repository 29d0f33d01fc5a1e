package org.openhall.api.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Version of an item.
 *
 * @param major from 0
 * @param minor from 0; new forms, steps, limits
 * @param micro from 0; texts and rule code only
 */
public record Version(int major, int minor, int micro) implements Comparable<Version> {

    private static final Pattern WRITTEN =
            Pattern.compile("(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})");

    public Version {
        if (major < 0 || minor < 0 || micro < 0) {
            throw new IllegalArgumentException("A version has no negative parts");
        }
    }

    /**
     * Reads a version.
     *
     * @param text major.minor.micro
     * @return the version
     * @throws IllegalArgumentException when the text is something else
     */
    public static Version parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A version is major.minor.micro, such as 1.2.0: " + text);
        }
        return new Version(part(parts, 1), part(parts, 2), part(parts, 3));
    }

    private static int part(Matcher parts, int which) {
        return Integer.parseInt(parts.group(which));
    }

    /**
     * What a case stays on.
     *
     * @return major.minor
     */
    public String line() {
        return major + "." + minor;
    }

    @Override
    public int compareTo(Version other) {
        int order = Integer.compare(major, other.major);
        if (order == 0) {
            order = Integer.compare(minor, other.minor);
        }
        return order == 0 ? Integer.compare(micro, other.micro) : order;
    }

    /** As major.minor.micro. */
    @Override
    public String toString() {
        return major + "." + minor + "." + micro;
    }
}
