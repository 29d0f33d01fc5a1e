package org.openhall.forms.internal;

import java.util.List;
import java.util.Optional;
import org.openhall.api.forms.PageModel.Control;

/** What stands on a page, as the author wrote it. */
sealed interface Element {

    Optional<Rule> rule();

    /**
     * Elements together.
     *
     * @param i18n name of its texts when it is a group; else empty
     * @param horizontal whether side by side
     */
    record Box(Optional<Rule> rule, String i18n, boolean horizontal, List<Element> elements) implements Element {

        boolean group() {
            return !i18n.isEmpty();
        }
    }

    /** A paragraph. */
    record Words(Optional<Rule> rule, String i18n) implements Element {}

    /**
     * A control.
     *
     * @param ask the question with everything that decides about it
     * @param detail what each row shows; empty unless it is a list of objects
     */
    record Question(Optional<Rule> rule, Ask ask, List<Element> detail) implements Element {}

    /**
     * A question, apart from where it stands.
     *
     * @param spot where the layout asks it
     * @param place what it answers
     * @param control how it is asked
     * @param options as the author set them
     * @param rules its own and those of everything around it
     * @param row the questions of each row
     */
    record Ask(Spot spot, Place place, Control control, Options options, List<Rule> rules, Sheet row) {

        boolean known() {
            return !options.from().isEmpty();
        }
    }

    /**
     * A page.
     *
     * @param id in addresses and texts
     * @param rule when it is shown
     * @param elements on it
     * @param asks all questions on it
     */
    record Step(String id, Optional<Rule> rule, List<Element> elements, List<Ask> asks) {}
}
