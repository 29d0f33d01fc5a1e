package org.openhall.bench.hall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.openhall.distribution.Hall;

/** The hall's Java machine, asked through the JDK's own {@code jcmd} and Linux's {@code /proc}. */
public final class Jvm {

    /** A generation of whatever collector, or the heap of one that has none. */
    private static final Pattern HEAP = Pattern.compile("total \\d+K, used (\\d+)K");

    private static final Pattern METASPACE = Pattern.compile("Metaspace +used (\\d+)K");
    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB");
    private static final Pattern THREADS = Pattern.compile("(?m)^Threads:\\s+(\\d+)");
    private static final Pattern LOADERS = Pattern.compile("(?m)^Total = (\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

    private final long pid;

    public Jvm(Hall hall) {
        this.pid = hall.pid();
    }

    /** Collects all garbage. */
    public void collect() {
        jcmd("GC.run");
        // what only finalizers and cleaners held goes with the second one
        jcmd("GC.run_finalization");
        jcmd("GC.run");
    }

    /** Kilobytes of live objects after a collection. */
    public long liveHeap() {
        collect();
        return sum(HEAP.matcher(jcmd("GC.heap_info")));
    }

    /** Kilobytes of class data. */
    public long metaspace() {
        return sum(METASPACE.matcher(jcmd("GC.heap_info")));
    }

    /** Kilobytes in memory. */
    public long resident() {
        return status(RESIDENT);
    }

    /** Kilobytes in memory at the most since it was started. */
    public long peak() {
        return status(PEAK);
    }

    public long threads() {
        return status(THREADS);
    }

    /** Files, connections and whatever else it holds open. */
    public long handles() {
        String[] open = Path.of("/proc", "" + pid, "fd").toFile().list();
        if (open == null) {
            throw new IllegalStateException("the hall is gone");
        }
        return open.length;
    }

    /** Class loaders there are. */
    public long loaders() {
        return sum(LOADERS.matcher(jcmd("VM.classloader_stats")));
    }

    /** How long it has worked, on all cores together. */
    public Duration cpu() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("the hall is gone"));
    }

    /** How many class loaders have loaded a class of that name. */
    public int loadersOf(Class<?> type) {
        String tree = jcmd("VM.classloaders", "show-classes=true", "fold=false");
        Matcher found = Pattern.compile("(?<![\\w.$])" + Pattern.quote(type.getName()) + "(?![\\w.$])")
                .matcher(tree);
        return (int) found.results().count();
    }

    private long status(Pattern figure) {
        try {
            return sum(figure.matcher(Files.readString(Path.of("/proc", "" + pid, "status"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long sum(Matcher figures) {
        long[] found = figures.results()
                .mapToLong(figure -> Long.parseLong(figure.group(1)))
                .toArray();
        if (found.length == 0) {
            throw new IllegalStateException(
                    "the hall's Java machine does not say what is asked for: " + figures.pattern());
        }
        return LongStream.of(found).sum();
    }

    private String jcmd(String... command) {
        try {
            var all = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + pid));
            all.addAll(List.of(command));
            Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
