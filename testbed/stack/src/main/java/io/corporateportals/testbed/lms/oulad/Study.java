package io.corporateportals.testbed.lms.oulad;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that the data knows of one learner, who can stand in several presentations.
 *
 * @param learner the data's number for the learner
 * @param attended the presentations
 * @param completed those of them that the learner passed
 */
public record Study(
        String learner, List<Presentation> attended, List<Presentation> completed, List<Submission> submissions) {
    public Study {
        if (attended.isEmpty()) throw new IllegalArgumentException("a learner of no presentation");
        attended = List.copyOf(attended);
        completed = List.copyOf(completed);
        submissions = List.copyOf(submissions);
    }

    /** The first day of the first presentation, or an earlier one on which something was submitted. */
    public LocalDate firstDay() {
        return Stream.concat(
                        attended.stream().map(Presentation::firstDay),
                        submissions.stream().map(Submission::day))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The last day of the last presentation, or a later one on which something was submitted. */
    public LocalDate lastDay() {
        return Stream.concat(
                        attended.stream().map(Presentation::lastDay),
                        submissions.stream().map(Submission::day))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
