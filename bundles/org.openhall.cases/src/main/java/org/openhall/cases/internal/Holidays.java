package org.openhall.cases.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the holiday file: lines of {@code date,off|on,name}; what follows '#' is a remark. */
final class Holidays {

    private Holidays() {}

    /** The calendar of a file; without the file only weekends are off. */
    static WorkCalendar of(Path file) throws IOException {
        return Files.exists(file) ? of(Files.readAllLines(file, StandardCharsets.UTF_8)) : weekendsOnly();
    }

    static WorkCalendar weekendsOnly() {
        return new WorkCalendar(Set.of(), Set.of());
    }

    static WorkCalendar of(List<String> lines) {
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> on = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (!line.isEmpty()) {
                read(line, i + 1, off, on);
            }
        }
        return new WorkCalendar(off, on);
    }

    private static void read(String line, int number, Set<LocalDate> off, Set<LocalDate> on) {
        String[] parts = line.split(",", 3);
        try {
            LocalDate day = LocalDate.parse(parts[0].strip());
            String kind = parts.length > 1 ? parts[1].strip() : "";
            boolean added = switch (kind) {
                case "off" -> off.add(day);
                case "on" -> on.add(day);
                default -> throw wrong(number);
            };
            if (!added || off.contains(day) && on.contains(day)) {
                throw new IllegalArgumentException("Line " + number + " of the holiday file names a day twice: " + day);
            }
        } catch (DateTimeParseException noDate) {
            throw wrong(number);
        }
    }

    private static IllegalArgumentException wrong(int number) {
        return new IllegalArgumentException(
                "Line " + number + " of the holiday file is not 'yyyy-mm-dd,off,name' or 'yyyy-mm-dd,on,name'");
    }
}
