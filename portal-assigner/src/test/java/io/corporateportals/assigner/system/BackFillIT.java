package io.corporateportals.assigner.system;

import static io.corporateportals.assigner.system.Events.emailChanged;
import static io.corporateportals.assigner.system.Events.portalCreated;
import static io.corporateportals.assigner.system.Events.registered;
import static io.corporateportals.assigner.system.Soon.soon;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.assignment.PortalDecided;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A portal with many learners is created while events go on. */
@ExtendWith(PartsExtension.class)
class BackFillIT {
    private static final int LEARNERS = 100_000;

    @Test
    void assignsAHundredThousandLearnersThoughItIsStoppedHalfwayAndOthersLeaveMeanwhile(Parts parts) {
        try (RunningAssigner assigner = new RunningAssigner(parts).start();
                Lms lms = new Lms(parts);
                Announced announced = new Announced(parts)) {
            register(lms);
            soon(() ->
                    assertThat(assigner.number("select count(*) from learner")).isEqualTo(LEARNERS));

            lms.emit(portalCreated("large", "large.example"));
            soon(() -> assertThat(assigner.number("select coalesce(sum(learners_decided), 0) from back_fill_part"))
                    .isGreaterThan(LEARNERS / 10));
            assigner.stop();
            assertThat(assigner.number("select count(*) from back_fill_part where not finished"))
                    .as("it was stopped halfway")
                    .isPositive();
            lms.emit(emailChanged("learner-0", "x@private.example"), registered("late", "late@large.example"));
            assigner.start();
            lms.emit(emailChanged("learner-1", "x@private.example"), emailChanged("learner-99999", "x@gmail.com"));

            soon(() -> {
                PortalDecided status = announced.portal("large");
                assertThat(status).isNotNull();
                assertThat(requireNonNull(status).getLearnersDecided())
                        .isEqualTo(status.getLearnersToDecide())
                        .isGreaterThanOrEqualTo(LEARNERS - 3L);
            });
            soon(() -> assertThat(assigner.number(
                            "select count(*) from assignment where ended_offset is null and portal_id = 'large'"))
                    .isEqualTo(LEARNERS + 1 - 3));
            assertThat(assigner.number("select count(*) from back_fill_part where not finished"))
                    .isZero();
        }
    }

    private static void register(Lms lms) {
        List<SpecificRecord> some = new ArrayList<>();
        for (int learner = 0; learner < LEARNERS; learner++) {
            some.add(registered("learner-" + learner, "x" + learner + "@large.example"));
            if (some.size() == 10_000) {
                lms.emit(some);
                some.clear();
            }
        }
    }
}
