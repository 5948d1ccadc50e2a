package io.corporateportals.testbed.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.corporateportals.testbed.simulation.Campaign.Result;
import io.corporateportals.testbed.simulation.Schedule.Outcome;
import io.corporateportals.testbed.simulation.mistakes.Conduct;
import io.corporateportals.testbed.simulation.mistakes.Mistake;
import io.corporateportals.testbed.simulation.scheduling.Scheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code -Dsimulation.seed=… -Dsimulation.schedules=…} runs others, or the same ones again. A seed that fails goes into
 * {@code kept-seeds.csv}.
 */
class SimulationTest {
    @Test
    void theProductSurvivesEverySchedule() throws Exception {
        Campaign campaign = Campaign.asAsked();
        System.out.println("simulation: -Dsimulation.seed=" + campaign.seed());
        Result result = campaign.run(Conduct::new);
        System.out.println("simulation: " + result.toll());
        Outcome failure = result.failure();
        if (failure != null) fail(Campaign.report(failure.seed(), new Conduct()));
        assertThat(result.toll().schedules()).isEqualTo(campaign.schedules());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/kept-seeds.csv", numLinesToSkip = 1)
    void aSeedThatFailedOnceSucceedsNow(long seed, Mistake found) throws Exception {
        assertThat(violation(seed, found.conduct()))
                .as("%s is still found", found)
                .isNotEmpty();
        assertThat(violation(seed, new Conduct())).isEmpty();
    }

    private static String violation(long seed, Conduct conduct) throws InterruptedException {
        Outcome outcome = Schedule.run(seed, conduct, new Scheduler.Threads(), false);
        return outcome.violation() == null ? "" : outcome.violation().what();
    }

    // the same schedules each time: the rarest mistakes escape some campaigns, and the rarest of all are known by a
    // seed
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "A_PORTAL_THAT_IS_BACK_IS_PARKED",
                "PORTAL_EVENTS_LOST_WITH_THE_STORE",
                "WHAT_WAS_HALF_TAKEN_BACK_IS_SHARED_AGAIN"
            })
    void aMistakeIsNoticed(Mistake mistake) throws Exception {
        Campaign campaign = new Campaign(400_000, 2 * Campaign.BY_DEFAULT);
        Outcome failure = campaign.run(mistake::conduct).failure();
        if (failure == null || failure.violation() == null) {
            fail("%s goes unnoticed in %,d schedules".formatted(mistake, campaign.schedules()));
            return;
        }
        System.out.printf(
                "simulation: %s in %,d schedules, seed %d: %s%n",
                mistake,
                campaign.number(failure),
                failure.seed(),
                failure.violation().what());
    }

    @Test
    void aSeedAlwaysLeadsToTheSameSteps() throws Exception {
        for (long seed = 0; seed < 50; seed++)
            assertThat(Campaign.report(seed, new Conduct())).isEqualTo(Campaign.report(seed, new Conduct()));
    }

    @Test
    void aReportNamesNobody() throws Exception {
        for (long seed = 0; seed < 50; seed++)
            assertThat(Campaign.report(seed, Mistake.NO_WAIT_FOR_PROGRESS.conduct()))
                    .contains("seed " + seed)
                    .doesNotContain("@")
                    .doesNotContainPattern("\\bN\\d");
    }
}
