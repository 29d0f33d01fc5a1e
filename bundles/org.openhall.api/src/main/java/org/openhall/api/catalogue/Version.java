package org.openhall.api.catalogue;

/**
 * Version of an item.
 *
 * @param major from 0
 * @param minor from 0; new forms, steps, limits
 * @param micro from 0; texts and rule code only
 */
public record Version(int major, int minor, int micro) implements Comparable<Version> {

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
        if (!text.matches("(0|[1-9][0-9]{0,5})(\\.(0|[1-9][0-9]{0,5})){2}")) {
            throw new IllegalArgumentException("A version is major.minor.micro, such as 1.2.0: " + text);
        }
        String[] parts = text.split("\\.");
        return new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
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
