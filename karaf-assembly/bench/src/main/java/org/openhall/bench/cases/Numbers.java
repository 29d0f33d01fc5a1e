package org.openhall.bench.cases;

import java.util.Arrays;

/** Numbers of cases, millions of them: eight bytes each. Two different ones are the same once in some 10^12 pairs of millions. Safe for many threads. */
public final class Numbers {

    private long[] marks = new long[1024];
    private int size;
    private boolean sorted = true;

    public synchronized void add(String number) {
        if (size == marks.length) {
            marks = Arrays.copyOf(marks, size * 2);
        }
        marks[size++] = mark(number);
        sorted = false;
    }

    public synchronized int size() {
        return size;
    }

    /** How many of them are not among others. */
    public long missingIn(Numbers others) {
        long[] theirs = others.inOrder();
        return Arrays.stream(inOrder())
                .filter(mark -> Arrays.binarySearch(theirs, mark) < 0)
                .count();
    }

    /** How many came before already. */
    public long repeated() {
        return size() - Arrays.stream(inOrder()).distinct().count();
    }

    private synchronized long[] inOrder() {
        if (!sorted) {
            Arrays.sort(marks, 0, size);
            sorted = true;
        }
        return Arrays.copyOf(marks, size);
    }

    /** FNV-1a of 64 bits, its bits mixed once more. */
    private static long mark(String number) {
        long mark = 0xcbf29ce484222325L;
        for (int i = 0; i < number.length(); i++) {
            mark = (mark ^ number.charAt(i)) * 0x100000001b3L;
        }
        mark ^= mark >>> 32;
        mark *= 0x9e3779b97f4a7c15L;
        return mark ^ mark >>> 29;
    }
}
