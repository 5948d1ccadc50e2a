package io.corporateportals.contract.start;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsAtStartTest {
    private static final Map<String, String> READ = Map.of("lms.user-events", "A", "lms.portal-events", "B");

    @Test
    void knowsATopicByItsId() {
        assertThatNoException().isThrownBy(() -> TopicsAtStart.requireSame(READ, READ));
    }

    @Test
    void takesATopicThatWasNeverReadAsItIs() {
        assertThatNoException().isThrownBy(() -> TopicsAtStart.requireSame(Map.of(), READ));
    }

    @Test
    void refusesAnotherTopicOfTheSameName() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> TopicsAtStart.requireSame(READ, Map.of("lms.user-events", "C")))
                .withMessageStartingWith("topic lms.user-events was deleted and made anew since it was read"
                        + " (its id is C, it was A): bring the old one back, or begin anew");
    }
}
