package org.openhall.portal.internal.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openhall.api.cases.Desk.Count;
import org.openhall.api.users.Account;
import org.openhall.api.users.Post;
import org.openhall.api.users.Posts;
import org.openhall.portal.internal.view.Words;

/** The stages an official works at, with what is to do there. */
final class Stages {

    private static final List<String> ORDER = List.of(Posts.INTAKE, Posts.REVIEW, Posts.APPROVE, Posts.ISSUE);

    private final List<String> held;
    private final Map<String, Count> counts;

    Stages(Account official, Map<String, Count> counts) {
        this.held = ORDER.stream()
                .filter(stage -> official.posts().stream().map(Post::post).anyMatch(stage::equals))
                .toList();
        this.counts = counts;
    }

    /** A card; {@code most} is from where on a number says "at least". */
    public record Card(
            String name, long count, boolean more, String href, boolean current, Map<String, Long> due, int most) {}

    boolean known(String stage) {
        return held.contains(stage);
    }

    /** Whether there is only one. */
    boolean only() {
        return held.size() == 1;
    }

    /** To do at one stage; at all for "". */
    Count count(String stage) {
        return stage.isEmpty()
                ? held.stream().map(this::count).reduce(new Count(0, 0, 0, 0), Stages::plus)
                : counts.getOrDefault(stage, new Count(0, 0, 0, 0));
    }

    /** All, then each; a single one needs no sum beside it. */
    List<Card> cards(Words words, String current) {
        List<Card> cards = new ArrayList<>();
        if (!only()) {
            cards.add(card(words.text("desk.stage.all"), "", current));
        }
        held.forEach(stage -> cards.add(card(words.text("desk.stage." + stage), stage, current)));
        return cards;
    }

    private Card card(String name, String stage, String current) {
        Count count = count(stage);
        boolean only = only() && current.isEmpty();
        return new Card(
                name,
                count.total(),
                count.more(),
                DeskLinks.list(stage, "open", "", ""),
                only || stage.equals(current),
                Map.of("late", count.overdue(), "soon", count.soon(), "ok", count.fine(), "paused", count.paused()),
                Count.MOST);
    }

    private static Count plus(Count one, Count other) {
        return new Count(
                one.overdue() + other.overdue(),
                one.soon() + other.soon(),
                one.fine() + other.fine(),
                one.paused() + other.paused());
    }
}
