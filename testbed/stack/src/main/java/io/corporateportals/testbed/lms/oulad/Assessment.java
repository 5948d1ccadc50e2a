package io.corporateportals.testbed.lms.oulad;

/**
 * A test of a presentation.
 *
 * @param type TMA (marked by a tutor), CMA (marked by a computer) or Exam
 */
public record Assessment(String id, Presentation presentation, String type) {
    /** The test's title in the LMS. */
    public String title() {
        return type + " " + id + " of " + presentation.title();
    }
}
