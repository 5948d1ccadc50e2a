package io.corporateportals.contract.start;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.corporateportals.contract.Schemas;
import io.corporateportals.contract.reading.FakeRegistry;
import io.corporateportals.contract.reading.RegistryUnavailable;
import io.corporateportals.feed.SharedLearner;
import io.corporateportals.feed.SharingEnded;
import io.corporateportals.lms.EmailChanged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubjectsAtStartTest {
    private final FakeRegistry registry = new FakeRegistry();

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    @Test
    void asksForNothingThatIsNeitherReadNorWritten() {
        Schemas.announcements().forEach(registry::loses);

        assertThatNoException().isThrownBy(this::require);
    }

    @Test
    void saysHowManyAreMissingAndNamesOne() {
        registry.loses(SharingEnded.getClassSchema());
        registry.loses(SharedLearner.getClassSchema());

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(this::require)
                .withMessage("the schema registry lacks 2 of 23 subjects, such as"
                        + " io.corporateportals.feed.SharedLearner: register the schemas, or set REGISTRY_URL to the"
                        + " registry that has them");
    }

    @Test
    void takesNoOutageForAnEmptyRegistry() {
        registry.answersOf(EmailChanged.getClassSchema(), 503, "");
        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(this::require);

        registry.close();
        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(this::require);
    }

    private void require() {
        SubjectsAtStart.require(Schemas.lms(), Schemas.feeds(), registry.url());
    }
}
