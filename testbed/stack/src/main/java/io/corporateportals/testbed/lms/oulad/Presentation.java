package io.corporateportals.testbed.lms.oulad;

import java.time.LocalDate;

/**
 * A course as it was held once.
 *
 * @param module the course's code, such as AAA
 * @param code the year and the month it began in: 2013B is February, 2013J October
 * @param days its length
 */
public record Presentation(String module, String code, int days) {
    private static final int YEAR_DIGITS = 4;

    public Presentation {
        if (!code.matches("\\d{4}[A-L]")) throw new IllegalArgumentException("no presentation: " + code);
        if (days < 1) throw new IllegalArgumentException("length of " + module + " " + code + ": " + days);
    }

    /** The course's id in the LMS. */
    public String courseId() {
        return module + "-" + code;
    }

    /** The course's title in the LMS. */
    public String title() {
        return "Course " + module + " (" + code + ")";
    }

    /** The first of the month it began in. */
    public LocalDate firstDay() {
        int month = code.charAt(YEAR_DIGITS) - 'A' + 1;
        return LocalDate.of(Integer.parseInt(code.substring(0, YEAR_DIGITS)), month, 1);
    }

    /** A day counted from the first one; may be negative. */
    public LocalDate day(int count) {
        return firstDay().plusDays(count);
    }

    /** The day on which it is completed. */
    public LocalDate lastDay() {
        return day(days);
    }
}
