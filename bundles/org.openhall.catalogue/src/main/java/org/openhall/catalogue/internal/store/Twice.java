package org.openhall.catalogue.internal.store;

import java.util.function.Supplier;
import org.openhall.api.storage.StorageUnavailable;
import org.openhall.api.storage.Transactions;

/** Runs a transaction once more when it failed: another node may have written the same rows first, and then sees to them. */
public final class Twice {

    private Twice() {}

    /** What the work gives, the first time or the second. */
    public static <T> T run(Transactions transactions, Supplier<T> work) {
        try {
            return transactions.run(work);
        } catch (StorageUnavailable e) {
            throw e;
        } catch (RuntimeException first) {
            try {
                return transactions.run(work);
            } catch (RuntimeException second) {
                second.addSuppressed(first);
                throw second;
            }
        }
    }

    static void run(Transactions transactions, Runnable work) {
        run(transactions, () -> {
            work.run();
            return true;
        });
    }
}
