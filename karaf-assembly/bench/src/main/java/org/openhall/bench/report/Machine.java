package org.openhall.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What figures were taken on: without it they mean nothing. */
public final class Machine {

    private Machine() {}

    public static Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("cpu", first("/proc/cpuinfo", "model name"));
        facts.put("memory", first("/proc/meminfo", "MemTotal"));
        facts.put("java", System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        // above 0 before the bench begins: somebody else is at work, and the figures are worse than they could be
        facts.put("load", loadAverage());
        return facts;
    }

    private static String loadAverage() {
        return read("/proc/loadavg").split(" ")[0];
    }

    private static String first(String file, String name) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            return "";
        }
    }
}
