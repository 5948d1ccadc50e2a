package io.corporateportals.assigner.system;

import static io.corporateportals.assigner.system.Events.emailChanged;
import static io.corporateportals.assigner.system.Events.host;
import static io.corporateportals.assigner.system.Events.portalCreated;
import static io.corporateportals.assigner.system.Events.registered;
import static io.corporateportals.assigner.system.Events.registeredAt;
import static io.corporateportals.assigner.system.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A policy is a decision at a position, not a file read by a clock. */
@ExtendWith(PartsExtension.class)
class PolicyIT {
    @Test
    void decidesEveryoneAgainUnderANewPolicyAndNothingUnderAnOldOne(Parts parts) {
        try (RunningAssigner assigner = new RunningAssigner(parts).start();
                Lms lms = new Lms(parts);
                Announced announced = new Announced(parts)) {
            lms.emit(portalCreated("acme", "acme.example", "gmail.com"));
            soon(() -> assertThat(announced.portal("acme")).isNotNull());
            lms.emit(
                    registeredAt("anna", "anna@gmail.com", "https://" + host("acme")),
                    registered("bert", "b@acme.example"));
            soon(() -> assertThat(announced.about("bert")).containsExactly("+acme"));
            assertThat(announced.about("anna")).isEmpty();

            assigner.start(
                    "policy.private-registration-opts-out=false", "policy.private-mail-providers.remove=gmail.com");
            soon(() -> assertThat(announced.about("anna")).containsExactly("+acme"));
            soon(() -> assertThat(
                            Objects.requireNonNull(announced.portal("acme")).getAcceptedDomains())
                    .containsExactlyInAnyOrder("acme.example", "gmail.com"));
            assertThat(assigner.number("select count(distinct policy_no) from policy_in_force"))
                    .isEqualTo(2);

            assigner.stop(1);
            lms.emit(emailChanged("bert", "bert@private.example"));
            lms.emit(portalCreated("other", "other.example"));
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> announced.about("bert").size() == 1 && announced.portal("other") == null);
        }
    }
}
