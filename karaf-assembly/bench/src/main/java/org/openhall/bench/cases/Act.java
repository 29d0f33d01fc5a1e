package org.openhall.bench.cases;

import org.openhall.bench.hall.Person;

/**
 * What an official does with each case.
 *
 * @param stage of the desk where he finds it
 * @param action what he does
 * @param by the official
 */
public record Act(String stage, String action, Person by) {}
