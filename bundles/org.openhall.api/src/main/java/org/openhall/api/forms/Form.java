package org.openhall.api.forms;

import java.util.List;
import java.util.Map;
import org.openhall.item.Answers;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One compiled form. All methods are pure functions, safe for many threads.
 *
 * <p>{@code known} are values the hall already has, by source: {@code party.name}, {@code party.idNumber}, {@code party.idType},
 * {@code party.legalRepresentative}, {@code party.phone}, {@code account.name}, {@code account.phone}. A control with the option
 * {@code "from": "party.name"} is shown as known and cannot be typed; with {@code "suggest": "account.phone"} it is filled at first and
 * can be changed. {@code language} is "zh" or "en".
 *
 * <p>Rules are judged by the answers given. Where they may look at known ones, give {@link #effective} answers to {@link #pages} and
 * {@link #problems(String, Answers, String)}, which take no known values; {@link #page} and {@link #merge} take the draft.
 */
@ProviderType
public interface Form {

    /**
     * The pages (Categories) that are shown for these answers, in order.
     *
     * @param answers so far
     * @param language of the titles
     * @return at least one
     */
    List<PageTitle> pages(Answers answers, String language);

    /**
     * A page's id and title.
     *
     * @param id stable, used in addresses: lower-case letters, digits, '-'
     * @param title in the language asked for
     */
    record PageTitle(String id, String title) {}

    /**
     * Everything needed to draw one page.
     *
     * @param id of the page
     * @param answers so far
     * @param known what the hall already has
     * @param language of the texts
     * @param problems to show beside their fields; those of other pages are left out
     * @return the page
     * @throws java.util.NoSuchElementException when there is no such page
     */
    PageModel page(String id, Answers answers, Map<String, String> known, String language, List<Problem> problems);

    /**
     * Takes over what was posted from one page. Fields of other pages, and those that were not posted, stay as they are; what cannot be
     * read as its type is kept as typed, so that it can be shown again. Buttons that add or remove a row are posted as {@code add:<name>} and
     * {@code remove:<name>:<index>}.
     *
     * @param id of the page
     * @param answers so far
     * @param posted field names as in {@link PageModel} and their values
     * @return the answers now
     */
    Answers merge(String id, Answers answers, Map<String, List<String>> posted);

    /**
     * What is wrong on one page.
     *
     * @param id of the page
     * @param answers so far; a known one that is missing here is no problem yet
     * @param language of the messages
     * @return in the order of the page
     */
    List<Problem> problems(String id, Answers answers, String language);

    /**
     * What is wrong with the whole form.
     *
     * @param answers so far, known ones included
     * @param language of the messages
     * @return in the order of the pages
     */
    List<Problem> problems(Answers answers, String language);

    /**
     * The answers as they are filed: known ones taken over, hidden ones left out.
     *
     * @param answers so far
     * @param known what the hall already has
     * @return what is filed
     */
    Answers effective(Answers answers, Map<String, String> known);

    /**
     * The first answers of a new draft: suggested and default values.
     *
     * @param known what the hall already has
     * @return to begin with
     */
    Answers initial(Map<String, String> known);

    /**
     * Question and answer in words, page by page and group by group, for check-answers, case pages and print.
     *
     * @param answers effective ones
     * @param language of the texts
     * @return shown questions in order; an unanswered one has an empty answer
     */
    List<Section> summary(Answers answers, String language);

    /**
     * A group of questions with their answers.
     *
     * @param page id of the page, for the "change" link
     * @param title of the group or page; may be empty
     * @param lines at least one
     */
    record Section(String page, String title, List<Line> lines) {}

    /**
     * One question with its answer.
     *
     * @param pointer RFC 6901 of the answer
     * @param field name of the field on its page, for the link to it
     * @param question in words
     * @param answer in words; empty when not answered; lines of a list are separate
     * @param known whether it was taken from the account
     */
    record Line(String pointer, String field, String question, List<String> answer, boolean known) {}

    /**
     * Whether a condition of the item holds, in the language of UI schema rules.
     *
     * @param condition {@code {"scope": "#/properties/…", "schema": {…}}} as Java values
     * @param answers effective ones
     * @return true when it holds
     * @throws IllegalArgumentException when the condition is malformed
     */
    boolean holds(Map<String, Object> condition, Answers answers);

    /**
     * The schema as it came, for programs.
     *
     * @return JSON text
     */
    String schema();

    /**
     * The UI schema as it came, for programs.
     *
     * @return JSON text
     */
    String uiSchema();

    /**
     * All places that can be answered, for the check whether a micro version keeps them.
     *
     * @return RFC 6901 pointers with "-" for list elements, each with its JSON type and format
     */
    Map<String, String> pointers();
}
