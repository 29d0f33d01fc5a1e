package org.openhall.distribution.code;

import org.openhall.item.Application;
import org.openhall.item.Review;
import org.openhall.item.ReviewStep;

/** Code of a bundle of the tests: approves everything. */
public final class ApprovingStep implements ReviewStep {

    @Override
    public Review review(Application application, String step) {
        return Review.take("approve", "自动核对一致");
    }
}
