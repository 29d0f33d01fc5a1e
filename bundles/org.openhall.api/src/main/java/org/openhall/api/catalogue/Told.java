package org.openhall.api.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences in which the hall tells what was done about a deployed item, and why it was not. Reports and records hold them in English;
 * whoever shows them to people reads them back and says them in the reader's language, with times as his clock has them.
 */
public enum Told {
    /** A line's version. */
    SERVED("Line {0} is served by {1}."),
    /** Where new filings go. */
    FILINGS("New filings go to {0}."),
    /** Nothing takes filings. */
    NO_FILINGS("Nothing takes new filings of this item."),
    /** A hard stop. */
    NO_DRAFTS("Line {0} accepts no drafts any more."),
    /** A line is retired. */
    RETIRED("Line {0} takes nothing new; its open cases go on."),
    /** A line of an extension is retired. */
    ADDS_NOTHING_NOW("Line {0} adds nothing any more; open cases that stand at one of its steps go on without it."),
    /** A line of an extension gives way. */
    ADDS_NOTHING("Line {0} adds nothing any more."),
    /** Code that was withdrawn is back with another act. */
    CODE_BACK("Its code, which was taken out, is back with this."),
    /** The code of a line is withdrawn. */
    WITHDRAWN("The code of line {0} is taken out; its cases wait."),
    /** The code of a line is restored. */
    RESTORED("The code of line {0} is back; what waited goes on."),
    /** The breaker of a line is closed. */
    RESET("The rules and steps of line {0} are called again."),
    /** A line is empty. */
    DRAINED("No case is open on line {0} any more; its bundle is taken out."),
    /** A drained line is needed again. */
    NOT_DRAINED("A case came to line {0} at the last moment; its bundle is back."),
    /** An activation with a hard stop is planned. */
    PLANNED_HARD("{0} will be activated at {1}, and earlier lines accept no drafts from then on."),
    /** An activation is planned. */
    PLANNED("{0} will be activated at {1}."),
    /** A plan is given up. */
    PLAN_GIVEN_UP("The activation planned for {0} is given up."),
    /** A plan cannot be carried out. */
    PLAN_FAILED("The activation planned for {0} was not carried out: {+1}"),
    /** A plan is done by hand. */
    PLAN_DONE("What was planned for {0} is done with this."),
    /** Whoever planned it lost the right. */
    NOT_HIS("Who planned it may not do it any more."),
    /** A plan failed for a reason of the hall's. */
    SEE_LOG("The hall could not do it; its log says why."),
    /** A bundle was read. */
    READ("Read and stored {0} {1} of {2}."),
    /** A bundle was tried. */
    STARTED("Started; its services are there and its samples come out as they say."),
    /** A version is kept. */
    KEPT("It is kept and serves nothing until it is activated."),
    /** A newer version serves. */
    STAYS("Line {0} stays with a newer version."),
    /** The same bytes once more. */
    HERE("This version is in the hall already."),
    /** The same bytes of a kept version. */
    HERE_KEPT("It serves nothing now; activate it with hall:item-activate {0} {1}, or on the page of the item."),
    /** The same bytes of a withdrawn version. */
    HERE_WITHDRAWN("Its code was taken out by hand; restore it on the page of the item."),
    /** The same bytes of a drained version. */
    HERE_DRAINED("Its line takes nothing new and its last case ended; activate it to let it take filings."),
    /** The same bytes bring a lost bundle back. */
    HERE_AGAIN("Its bundle had got lost and is back."),
    /** Another node was faster. */
    HERE_MEANWHILE("Another node brought this version in at the same time."),
    /** What an extension adds; the last argument is of {@link #STEP} and {@link #RULES}, separated by commas. */
    EXTENDS("{0} {1} adds to {2} {3}: {+4}."),
    /** A step of an extension. */
    STEP("the step ''{0}'' at {1}"),
    /** Rules of an extension. */
    RULES("the rules {+0}"),
    /** Several extensions of one order. */
    TIED("Order {0} is that of {+1} too; who comes first in the alphabet works first."),
    /** An extension lacks its point. */
    LACKS("{0} {1} does not apply to {2} {3}: there is no {+4}."),
    /** An extension without its item. */
    ITEM_AWAITED("The item ''{0}'' is not here yet; the extension waits for it."),
    /** An extension without a version in its range. */
    EXTENDS_NOTHING("It works on no version of ''{0}'' that is served now."),
    /** Not done: withdrawn. */
    IS_WITHDRAWN("Its code was taken out; restore it."),
    /** Not done: nothing but a rollback opens it. */
    ROLL_BACK("{0} takes new filings; to let {1} take them again, roll back to it."),
    /** Not done: it serves. */
    SERVES("It serves its line."),
    /** Not done: it takes filings. */
    TAKES("{0} takes new filings."),
    /** Not done: a later version serves. */
    BEHIND("{0} serves line {1}."),
    /** Not done: no plan. */
    NOT_PLANNED("It is no longer planned."),
    /** Not done: no plan at all. */
    NO_PLAN("Nothing is planned."),
    /** Not done: retired. */
    TAKES_NOTHING("It takes nothing new."),
    /** Not done: the code is out. */
    CODE_OUT("Its code is out."),
    /** Not done: the code is there. */
    CODE_THERE("Its code is there."),
    /** Not done: drained. */
    ENDED("Its last case ended; activate it to let it take filings."),
    /** Not done: the breaker is closed. */
    BREAKER_CLOSED("Its breaker is closed.");

    /** The constants are made before the fields of their class. */
    private static final class Marks {

        static final Pattern ARGUMENT = Pattern.compile("\\{(\\+?)(\\d)\\}");

        private Marks() {}
    }

    private final String sentence;
    private final Pattern form;

    /** {@code {0}} is one word, {@code {+0}} any text; apostrophes stand twice as in message formats. */
    Told(String pattern) {
        sentence = pattern.replace("''", "'");
        StringBuilder expression = new StringBuilder();
        Matcher argument = Marks.ARGUMENT.matcher(sentence);
        int from = 0;
        while (argument.find()) {
            expression.append(Pattern.quote(sentence.substring(from, argument.start())));
            expression.append(argument.group(1).isEmpty() ? "(\\S+)" : "(.+)");
            from = argument.end();
        }
        form = Pattern.compile(
                expression.append(Pattern.quote(sentence.substring(from))).toString());
    }

    /**
     * The sentence in English.
     *
     * @param arguments as many as it has, in order
     * @return without a line break
     */
    public String say(Object... arguments) {
        Matcher argument = Marks.ARGUMENT.matcher(sentence);
        return argument.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf(arguments[Integer.parseInt(found.group(2))])));
    }

    /**
     * A sentence that was read back.
     *
     * @param told which one
     * @param arguments in order
     */
    public record Said(Told told, List<String> arguments) {

        public Said {
            Objects.requireNonNull(told, "told");
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Reads a line of a report.
     *
     * @param line as {@link #say} made it
     * @return empty when it is none of these: a defect of a bundle, for instance
     */
    public static Optional<Said> read(String line) {
        return Arrays.stream(values())
                .map(told -> told.said(line))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Said> said(String line) {
        Matcher matcher = form.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            arguments.add(matcher.group(group));
        }
        return Optional.of(new Said(this, arguments));
    }
}
