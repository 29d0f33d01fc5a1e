package org.openhall.materials.internal;

import java.util.stream.Collectors;

/** Makes names of uploaded files harmless. */
final class FileNames {

    private static final int LONGEST = 200;
    private static final int LONGEST_EXTENSION = 12;

    private FileNames() {}

    /** The last part of the path without control and direction characters, at most 200 characters, its extension kept. */
    static String clean(String claimed, String otherwise) {
        String last = claimed.substring(Math.max(claimed.lastIndexOf('/'), claimed.lastIndexOf('\\')) + 1);
        String visible = last.codePoints()
                .filter(FileNames::harmless)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .strip();
        String name = visible.replaceFirst("^\\.+", "");
        return name.isEmpty() ? otherwise : shorten(name);
    }

    private static boolean harmless(int character) {
        int type = Character.getType(character);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED;
    }

    private static String shorten(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        int end = LONGEST - extension.length();
        // Never half a character.
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + extension;
    }
}
