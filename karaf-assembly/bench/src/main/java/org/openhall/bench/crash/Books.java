package org.openhall.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openhall.bench.load.Failures;

/** The tables behind the hall's back: nothing acknowledged is missing, nothing is there twice, nothing is half there. */
final class Books implements AutoCloseable {

    private final Connection connection;
    private final Path materials;
    private final Failures failures;

    Books(Connection connection, Path materials, Failures failures) {
        this.connection = connection;
        this.materials = materials;
        this.failures = failures;
    }

    /** Audits everything against these papers and against itself. */
    void audit(Collection<Paper> papers) {
        try {
            for (Half half : Half.values()) {
                rows(half.sql(), row -> failures.add("half", half.sentence() + ": " + row.getString(1)));
            }
            bytes();
            for (Paper paper : papers) {
                audit(paper);
            }
        } catch (SQLException | IOException e) {
            failures.add("unreadable", "the books: " + e);
        }
    }

    /** When nothing is under way any more: there is nothing that nobody was told of. */
    void auditNothingElse(Collection<Paper> papers) {
        Set<String> known = new HashSet<>();
        papers.forEach(paper -> known.add(paper.draft()));
        try {
            rows("select id from draft where item = '" + Paper.ITEM + "'", row -> {
                if (!known.contains(row.getString(1))) {
                    failures.add("twice", "a draft that nobody was told of: " + row.getString(1));
                }
            });
        } catch (SQLException e) {
            failures.add("unreadable", "the drafts: " + e);
        }
    }

    /** Each row of a file has its bytes. */
    private void bytes() throws SQLException, IOException {
        List<String> hashes = new ArrayList<>();
        Map<String, Long> sizes = new HashMap<>();
        rows("select distinct sha256, size_bytes from material", row -> {
            hashes.add(row.getString(1));
            sizes.put(row.getString(1), row.getLong(2));
        });
        for (String hash : hashes) {
            Path file = materials
                    .resolve(hash.substring(0, 2))
                    .resolve(hash.substring(2, 4))
                    .resolve(hash);
            if (!Files.exists(file)) {
                failures.add("half", "a file's row without its bytes: " + hash);
            } else {
                byte[] bytes = Files.readAllBytes(file);
                if (bytes.length != sizes.get(hash) || !Sheet.sha256(bytes).equals(hash)) {
                    failures.add("half", "a file's row with other bytes: " + hash);
                }
            }
        }
    }

    private void audit(Paper paper) throws SQLException {
        if (paper.draft().isEmpty()) {
            return;
        }
        List<String> drafts = texts("select answers from draft where id = cast(? as bigint)", paper.draft());
        if (drafts.isEmpty()) {
            failures.add("lost", paper + ": its draft");
            return;
        }
        if (paper.answersMayBe().stream()
                .map(answers -> Shown.tree(answers.isEmpty() ? "{}" : answers))
                .noneMatch(Shown.tree(drafts.get(0))::equals)) {
            failures.add("lost", paper + ": its answers; the draft has " + drafts.get(0));
        }
        sheets(paper);
        filed(paper);
    }

    private void sheets(Paper paper) throws SQLException {
        List<String> stored = texts("select sha256 from material where draft_id = cast(? as bigint)", paper.draft());
        for (Sheet sheet : paper.sheets()) {
            if (!stored.remove(sheet.sha256())) {
                failures.add("lost", paper + ": " + sheet);
            }
        }
        paper.sheetUnderWay().map(Sheet::sha256).ifPresent(stored::remove);
        if (!stored.isEmpty()) {
            failures.add("twice", paper + ": files besides those handed in: " + stored);
        }
    }

    private void filed(Paper paper) throws SQLException {
        List<String> cases = texts(
                "select number || ' ' || query_code from hall_case where draft_id = cast(? as bigint)", paper.draft());
        if (paper.number().isEmpty()) {
            if (!cases.isEmpty() && !paper.filingUnderWay()) {
                failures.add("twice", paper + ": a case that nobody filed: " + cases);
            }
            return;
        }
        if (!cases.equals(List.of(paper.number() + " " + paper.code()))) {
            failures.add(cases.isEmpty() ? "lost" : "twice", paper + ": cases of its draft: " + cases);
            return;
        }
        String answers = texts(
                        "select a.answers from case_answers a join hall_case c on c.id = a.case_id where c.number = ?",
                        paper.number())
                .get(0);
        if (!Shown.tree(answers).equals(Shown.tree(paper.answersMayBe().get(0)))) {
            failures.add("changed", paper + ": the answers of its case: " + answers);
        }
        acts(paper);
    }

    private void acts(Paper paper) throws SQLException {
        List<String> done = texts(
                "select e.outcome || ' ' || e.opinion from case_event e join hall_case c on c.id = e.case_id"
                        + " where c.number = ? and e.kind = 'acted'",
                paper.number());
        for (Paper.Act act : paper.acts()) {
            String one = act.outcome() + " " + act.opinion();
            if (!done.contains(one)) {
                failures.add("lost", paper + ": " + act + "; there is only " + done);
            } else {
                done.remove(one);
                if (done.contains(one)) {
                    failures.add("twice", paper + ": " + act);
                }
            }
        }
    }

    private List<String> texts(String sql, String argument) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        }
        return texts;
    }

    /** What is done with a row. */
    private interface Reader {

        void read(ResultSet row) throws SQLException;
    }

    private void rows(String sql, Reader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
