package org.openhall.bench.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.openhall.bench.hall.Person;
import org.openhall.bench.load.Reply;
import org.openhall.bench.load.Request;
import org.openhall.bench.load.Wire;
import org.openhall.distribution.Hall;

/**
 * What the hall shows its applicants afterwards, held against what it had acknowledged.
 *
 * @param stored cases there are
 * @param missing receipts without a case
 * @param open cases whose last act was acknowledged and that are not completed
 * @param twice numbers that were shown more than once
 * @param unasked cases that nobody has a receipt of, those aside whose filing was never answered
 */
public record StoredCases(long stored, long missing, long open, long twice, long unasked) {

    private static final String COMPLETED = "completed";

    /** Reads the lists of all who applied. */
    public static StoredCases of(Hall hall, CaseWork work) {
        var all = new Numbers();
        var completed = new Numbers();
        try (var wire = new Wire(hall.address())) {
            for (Person citizen : work.citizens()) {
                read(wire, citizen, all, completed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Receipts receipts = work.receipts();
        return new StoredCases(
                all.size(),
                receipts.filed().missingIn(all),
                receipts.decided().missingIn(completed),
                all.repeated(),
                Math.max(0, all.missingIn(receipts.filed()) - receipts.unanswered()));
    }

    /** All that was acknowledged is there, once, and nothing else. */
    public boolean good() {
        return missing == 0 && open == 0 && twice == 0 && unasked == 0;
    }

    private static void read(Wire wire, Person citizen, Numbers all, Numbers completed) throws IOException {
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            Reply page = wire.send(Request.get("/api/v1/cases?limit=100" + after.get(), citizen.token()));
            List<String> numbers = page.fields("number");
            List<String> states = page.fields("state");
            if (page.status() != 200 || numbers.size() != states.size()) {
                throw new IllegalStateException("no list of cases: " + page);
            }
            for (int i = 0; i < numbers.size(); i++) {
                all.add(numbers.get(i));
                if (states.get(i).equals(COMPLETED)) {
                    completed.add(numbers.get(i));
                }
            }
            after = page.text("next").map(next -> "&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        }
    }
}
