package org.openhall.bench.watch;

/** How much a figure may rise over the time that is judged. */
@FunctionalInterface
public interface Bound {

    /** The most. */
    double allowed(Trend trend);

    /** A share of its mean, such as 0.05, or so much in any case. */
    static Bound flat(double share, double least) {
        return trend -> Math.max(least, share * Math.abs(trend.mean()));
    }

    /** So much for each one of what it is held against. */
    static Bound each(double most) {
        return trend -> most * trend.span();
    }
}
