package org.openhall.api.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code item.yaml} says: structure only; every text stands in the translations under a key that follows from the structure.
 *
 * @param item the key of the item: lower-case letters, digits, '-'
 * @param version of this definition, equal to the bundle's
 * @param serves catalogue or implementation codes
 * @param implementations rows the bundle brings for codes nobody else lists
 * @param guide facts for the guide
 * @param limits promised and statutory limit of the whole case
 * @param materials in the order they are asked for
 * @param start identifiers of the steps opened when a case is filed
 * @param steps by identifier, in the order of the file
 * @param rules names of the {@code Rule} services, all of which must be there
 * @param documents identifiers of the document templates, {@code documents/<id>.ftlh}
 * @param faq number of questions; texts {@code faq.<n>.question} and {@code faq.<n>.answer}, from 1
 */
public record ItemDefinition(
        String item,
        Version version,
        List<String> serves,
        List<Implementation> implementations,
        Guide guide,
        Limits limits,
        List<MaterialSpec> materials,
        List<String> start,
        Map<String, Step> steps,
        List<String> rules,
        List<String> documents,
        int faq) {

    /**
     * Steps that are opened now. What the hall does with a case and what the door foretells of it follow this one rule.
     *
     * @param wanted steps that acts, or the start, asked for
     * @param open steps with an open task
     * @return in the order of the definition; a step that waits for another one, open or wanted itself, is left out, but something is opened
     *     where all of them wait for each other: a case must not stand still for ever
     */
    public List<Step> toOpen(Collection<String> wanted, Collection<String> open) {
        Set<String> asked = new LinkedHashSet<>(wanted);
        asked.removeAll(open);
        Set<String> busy = new HashSet<>(asked);
        busy.addAll(open);
        List<Step> next = new ArrayList<>();
        for (Step step : steps.values()) {
            if (asked.contains(step.id()) && step.waitsFor().stream().noneMatch(busy::contains)) {
                next.add(step);
            }
        }
        if (next.isEmpty() && open.isEmpty()) {
            steps.values().stream()
                    .filter(step -> asked.contains(step.id()))
                    .findFirst()
                    .ifPresent(next::add);
        }
        return List.copyOf(next);
    }

    /**
     * Facts for the guide.
     *
     * @param subjects who may apply: "natural", "legal"
     * @param online how far it goes online: "full", "precheck", "none"
     * @param visits how often one must come, from 0
     * @param fee "none" (不收费), "charged" (text {@code fee}) or "unstated"
     * @param conditions number of conditions; texts {@code condition.<n>}, from 1
     * @param legalBases references to the law
     * @param themes of the catalogue
     * @param sample texts {@code sample.note} is shown: parts of the guide are assumptions of a sample item
     */
    public record Guide(
            List<String> subjects,
            String online,
            int visits,
            String fee,
            int conditions,
            List<LegalBasis> legalBases,
            List<String> themes,
            boolean sample) {}

    /**
     * A reference to the law.
     *
     * @param title name of the law and number of the article, in Chinese
     * @param url where it is published; may be empty
     */
    public record LegalBasis(String title, String url) {}

    /**
     * Limits of the whole case.
     *
     * @param promised 承诺时限
     * @param statutory 法定时限, when known
     */
    public record Limits(Limit promised, Optional<Limit> statutory) {}

    /**
     * A material (材料). Texts: {@code material.<code>.name} and, optional, {@code material.<code>.hint}.
     *
     * @param code lower-case letters, digits, '-'
     * @param need how it is needed
     * @param when for {@link Need#CONDITIONAL}: it is required when this holds, see {@code Form.holds}
     * @param accepts file types: "pdf", "jpg", "png", "doc", "docx", "xls", "xlsx"
     * @param maxFiles at least 1
     * @param maxBytes of one file
     */
    public record MaterialSpec(
            String code, Need need, Map<String, Object> when, List<String> accepts, int maxFiles, long maxBytes) {}

    /** How a material is needed. */
    public enum Need {
        /** 必交. */
        REQUIRED,
        /** 选交. */
        OPTIONAL,
        /** 视情况. */
        CONDITIONAL
    }

    /**
     * A step (环节). Text: {@code step.<id>.name} and, optional, {@code step.<id>.hint}; of a step that an extension put in also
     * {@code step.<id>.from}, the name of the extension.
     *
     * @param id lower-case letters, digits, '-'; of a step that an extension put in {@code <extension>.<step>}
     * @param post who does it, see {@code Posts}
     * @param department code, when it is not the department of the implementation
     * @param limit of this step
     * @param waitsFor it opens only when none of these steps has an open task
     * @param automatic name of a {@code ReviewStep} service that tries it first
     * @param outcomes by name: an action of the hall (accept, decline, pass, fail, approve, refuse, issue, complete) or the item's own with
     *     the text {@code outcome.<name>}
     * @param onward the outcome by which a step that an extension put in leads to where the case would have gone without it; empty for the
     *     item's own steps
     */
    public record Step(
            String id,
            String post,
            Optional<String> department,
            Optional<Limit> limit,
            List<String> waitsFor,
            Optional<String> automatic,
            Map<String, Outcome> outcomes,
            Optional<String> onward) {

        /**
         * A step of the item's own.
         *
         * @param id lower-case letters, digits, '-'
         * @param post who does it
         * @param department code, when it is not the department of the implementation
         * @param limit of this step
         * @param waitsFor it opens only when none of these steps has an open task
         * @param automatic name of a {@code ReviewStep} service that tries it first
         * @param outcomes by name
         */
        public Step(
                String id,
                String post,
                Optional<String> department,
                Optional<Limit> limit,
                List<String> waitsFor,
                Optional<String> automatic,
                Map<String, Outcome> outcomes) {
            this(id, post, department, limit, waitsFor, automatic, outcomes, Optional.empty());
        }
    }

    /**
     * An outcome of a step.
     *
     * @param name the action's name
     * @param to steps opened next; empty when the case ends or other steps are still open
     * @param end how the case ends; all other open tasks are closed then
     * @param marks the state the case gets when it goes on
     * @param clock what happens to the clock of the case
     * @param opinion whether the official must give an opinion
     * @param document template of the document the applicant gets
     */
    public record Outcome(
            String name,
            List<String> to,
            Optional<String> end,
            Optional<String> marks,
            Optional<String> clock,
            boolean opinion,
            Optional<String> document) {}
}
