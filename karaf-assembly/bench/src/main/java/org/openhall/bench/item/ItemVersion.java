package org.openhall.bench.item;

/** major.minor.micro. A case stays on its line, major.minor. */
public record ItemVersion(int major, int minor, int micro) {

    public static ItemVersion parse(String text) {
        String[] parts = text.split("\\.");
        return new ItemVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    public String line() {
        return major + "." + minor;
    }

    public ItemVersion nextMicro() {
        return new ItemVersion(major, minor, micro + 1);
    }

    public ItemVersion nextMinor() {
        return new ItemVersion(major, minor + 1, 0);
    }

    /** The question that the form of this line asks and no other line does. */
    public String field() {
        return "line" + major + "x" + minor;
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + micro;
    }
}
