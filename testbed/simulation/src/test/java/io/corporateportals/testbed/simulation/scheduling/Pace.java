package io.corporateportals.testbed.simulation.scheduling;

import java.util.List;

/**
 * How one schedule goes; drawn anew for each, so that each is extreme in another way.
 *
 * @param switching how often another actor goes on, of all steps
 * @param crashing how often the actor is killed
 * @param pausing how often it is paused for long
 * @param losing how often an answer is lost, of all answers
 * @param faults how many of them at most
 * @param soreSpot the steps whose names have this hash are where actors are often paused; negative: none are
 */
public record Pace(double switching, double crashing, double pausing, double losing, int faults, int soreSpot) {
    private static final int SPOTS = 16;
    private static final double SORE = 0.2;

    /** Nothing goes wrong any more. */
    public static final Pace CALM = new Pace(0.2, 0, 0, 0, 0, -1);

    /** Draws one. */
    public static Pace drawn(Chance chance) {
        return new Pace(
                chance.of(List.of(0.05, 0.15, 0.4)),
                chance.of(List.of(0.0, 0.005, 0.02)),
                chance.of(List.of(0.0, 0.01, 0.04)),
                chance.of(List.of(0.0, 0.03, 0.1)),
                chance.between(3, 10),
                chance.in(0.6) ? chance.below(SPOTS) : -1);
    }

    double pausing(String step) {
        return Math.floorMod(step.hashCode(), SPOTS) == soreSpot ? SORE : pausing;
    }
}
