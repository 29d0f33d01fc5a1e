package org.openhall.api.forms;

import java.util.List;
import java.util.Map;

/**
 * Everything needed to draw one page of a form, in one language.
 *
 * @param id of the page
 * @param title of the page
 * @param blocks in order
 */
public record PageModel(String id, String title, List<Block> blocks) {

    /** What stands on a page. */
    public sealed interface Block permits Group, Field, Rows, Known, Text {}

    /**
     * Blocks under a heading.
     *
     * @param title heading
     * @param hint below it; may be empty
     * @param horizontal whether the blocks may stand side by side on a wide screen
     * @param blocks in order
     */
    public record Group(String title, String hint, boolean horizontal, List<Block> blocks) implements Block {}

    /**
     * Words.
     *
     * @param text one paragraph
     */
    public record Text(String text) implements Block {}

    /**
     * Answers the hall already has, shown and not typed.
     *
     * @param lines question and answer; an answer the account lacks is empty
     * @param errors what is wrong with them; to be mended in the account
     */
    public record Known(List<Form.Line> lines, List<String> errors) implements Block {}

    /**
     * One question.
     *
     * @param name of the control in the posted form; also its HTML id after "f-" with other characters than letters, digits and '-'
     *     replaced by '-'
     * @param pointer RFC 6901 of the answer
     * @param control how it is asked
     * @param label the question
     * @param hint why it is asked or how to write it; may be empty
     * @param required whether it must be answered
     * @param enabled whether it can be typed now
     * @param values as typed or answered; more than one only for {@link Control#CHECKBOXES}; for {@link Control#DATE} always three, year,
     *     month and day, each may be empty; for {@link Control#REGION} the chosen codes from the top down; for {@link Control#CHECKBOX}
     *     "true" when ticked
     * @param options for choices; one list, except for {@link Control#REGION} where each option says its level
     * @param errors messages beside the field
     * @param attributes further HTML attributes that help typing: maxlength, inputmode, autocomplete, spellcheck, min, max, step
     * @param suffix a unit behind the field; may be empty
     * @param refresh whether other questions depend on the answer, so that the page is drawn again when it changes
     */
    public record Field(
            String name,
            String pointer,
            Control control,
            String label,
            String hint,
            boolean required,
            boolean enabled,
            List<String> values,
            List<Option> options,
            List<String> errors,
            Map<String, String> attributes,
            String suffix,
            boolean refresh)
            implements Block {

        /**
         * The single value.
         *
         * @return "" when there is none
         */
        public String value() {
            return values.isEmpty() ? "" : values.get(0);
        }

        /**
         * The HTML id.
         *
         * @return made from the name
         */
        public String id() {
            return "f-" + name.replaceAll("[^A-Za-z0-9-]", "-");
        }
    }

    /**
     * A list of objects that grows and shrinks.
     *
     * @param name of the list in the posted form
     * @param pointer RFC 6901 of the list
     * @param label the question
     * @param hint may be empty
     * @param required whether at least one is needed
     * @param rows blocks of each element
     * @param canAdd whether one more is allowed: a button {@code add:<name>}
     * @param canRemove whether one less is allowed: a button {@code remove:<name>:<index>} in each
     * @param add words on the button that adds one
     * @param errors messages about the list itself
     */
    public record Rows(
            String name,
            String pointer,
            String label,
            String hint,
            boolean required,
            List<List<Block>> rows,
            boolean canAdd,
            boolean canRemove,
            String add,
            List<String> errors)
            implements Block {}

    /** How a question is asked. */
    public enum Control {
        /** One line. */
        TEXT,
        /** Several lines. */
        TEXTAREA,
        /** A number; values as typed. */
        NUMBER,
        /** An amount of money in yuan. */
        MONEY,
        /** Year, month, day as three fields: names end in "-y", "-m", "-d". */
        DATE,
        /** Mail address. */
        EMAIL,
        /** Telephone number. */
        PHONE,
        /** 居民身份证号码. */
        RESIDENT_ID,
        /** 统一社会信用代码. */
        CREDIT_CODE,
        /** One of few, all seen. */
        RADIO,
        /** One of many. */
        SELECT,
        /** Some of few. The page also posts a hidden empty field of the same name, so that "none ticked" is seen. */
        CHECKBOXES,
        /** Yes or no, one box with the value "true". The page also posts a hidden empty field of the same name before it. */
        CHECKBOX,
        /**
         * A region, level by level: one select a level, names end in "-0", "-1" … Drawn for each level that has options; the next level
         * has options once the one above is chosen and posted.
         */
        REGION
    }

    /**
     * One choice.
     *
     * @param value posted
     * @param label shown
     * @param hint below the label; may be empty
     * @param level for {@link Control#REGION}: from 0; else 0
     */
    public record Option(String value, String label, String hint, int level) {}
}
