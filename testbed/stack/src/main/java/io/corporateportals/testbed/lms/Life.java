package io.corporateportals.testbed.lms;

import io.corporateportals.testbed.lms.oulad.Presentation;
import io.corporateportals.testbed.lms.oulad.Study;
import io.corporateportals.testbed.lms.oulad.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The life of one learner: studies as the data has them, and around them who the learner is, made up. */
final class Life {
    private static final int SIX_IN_THE_MORNING = 6 * 60;
    private static final int FIFTEEN_HOURS = 15 * 60;
    private static final int LATE_IN_THE_EVENING = 23 * 60 + 30;

    private final Study study;
    private final Companies companies;
    private final Names names;
    private final Random random;
    private final Diary diary;
    private Person person;
    private @Nullable Company employer;
    private String email;

    private Life(Seed seed, Study study, Companies companies, Names names) {
        this.study = study;
        this.companies = companies;
        this.names = names;
        random = seed.random("learner " + study.learner());
        diary = new Diary(seed, study.learner());
        person = Person.madeUp(names, random);
        email = person.privateAddress(random);
    }

    /** All events of the learner's life, in no order. */
    static List<LmsEvent> of(Seed seed, Study study, Companies companies, Names names) {
        Life life = new Life(seed, study, companies, names);
        life.registers();
        life.takesATurn();
        life.studies();
        return life.diary.events();
    }

    private void registers() {
        Instant at = midnight().minus(Duration.ofMinutes(random.nextInt(30 * 24 * 60)));
        int how = random.nextInt(100);
        Company company = companies.any(random);
        if (how < 82) employer = company;
        if (how < 68 || (how >= 74 && how < 79)) email = person.addressAt(company, random);
        else if (how < 74) email = person.freelanceAddress();
        boolean atThePortal = how >= 68 && how < 82;
        boolean verified = random.nextInt(30) > 0;
        diary.registered(
                at,
                person,
                email,
                verified,
                employer == null ? null : employer.name(),
                atThePortal ? company.registrationUrl() : null);
        if (!verified) diary.verified(at.plus(Duration.ofHours(1 + random.nextInt(48))), email);
    }

    // Registration takes thirty days at most and ends ten days before the studies begin.
    private Instant midnight() {
        return Timeline.startOf(study.firstDay().minusDays(10));
    }

    private void takesATurn() {
        Instant first = during(0.2, 0.6);
        Instant second = during(0.65, 0.9);
        switch (Turn.any(random)) {
            case OPTS_OUT -> moves(first, person.privateAddress(random));
            case OPTS_OUT_AND_RETURNS -> {
                String before = email;
                moves(first, person.privateAddress(random));
                moves(second, before);
            }
            case MOVES -> moves(first, person.addressAt(anotherEmployer(), random));
            case TAKES_A_JOB -> moves(second, person.addressAt(companies.any(random), random));
            case CORRECTS_NAME -> {
                person = person.renamed(names, random);
                diary.changedName(first, person);
            }
            case CORRECTS_ADDRESS -> moves(first, Person.correction(email));
            case OBJECTS -> diary.objects(first, true);
            case OBJECTS_FOR_A_WHILE -> {
                diary.objects(first, true);
                diary.objects(second, false);
            }
            case IS_TERMINATED -> {
                diary.asksForTermination(afterTheStudies(1));
                diary.terminated(afterTheStudies(15));
            }
            case ALMOST_IS_TERMINATED -> {
                diary.asksForTermination(first);
                diary.takesThatBack(second);
            }
            case NOTHING -> {}
        }
    }

    private void moves(Instant at, String to) {
        email = to;
        diary.changedAddress(at, to);
    }

    private Company anotherEmployer() {
        return employer == null ? companies.any(random) : companies.otherThan(employer, random);
    }

    private void studies() {
        for (Submission submission : study.submissions()) {
            int login = SIX_IN_THE_MORNING + random.nextInt(FIFTEEN_HOURS);
            Instant day = Timeline.startOf(submission.day());
            diary.loggedIn(day.plus(Duration.ofMinutes(login)));
            diary.submitted(day.plus(Duration.ofMinutes(login + 5 + random.nextInt(90))), submission);
        }
        for (Presentation course : study.completed())
            diary.completed(Timeline.startOf(course.lastDay()).plus(Duration.ofMinutes(LATE_IN_THE_EVENING)), course);
    }

    private Instant during(double from, double to) {
        Instant begin = Timeline.startOf(study.firstDay());
        double share = from + (to - from) * random.nextDouble();
        long millis = Duration.between(begin, Timeline.startOf(study.lastDay())).toMillis();
        return begin.plusMillis((long) (millis * share));
    }

    private Instant afterTheStudies(int days) {
        return Timeline.startOf(study.lastDay().plusDays(days)).plus(Duration.ofMinutes(random.nextInt(24 * 60)));
    }
}
