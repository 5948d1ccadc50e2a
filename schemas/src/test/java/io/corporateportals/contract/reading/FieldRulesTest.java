package io.corporateportals.contract.reading;

import static io.corporateportals.contract.reading.Sent.anyCourseCompleted;
import static io.corporateportals.contract.reading.Sent.anyEmailChanged;
import static io.corporateportals.contract.reading.Sent.anyPortalCreated;
import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.contract.reading.FieldRules.Broken;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldRulesTest {
    @Test
    void idsAndAddressesAreNeverBlank() {
        assertThat(FieldRules.firstBroken(anyEmailChanged().setEventId("").build()))
                .isEqualTo(new Broken(Reason.FIELD_BLANK, "eventId"));
        assertThat(FieldRules.firstBroken(anyEmailChanged().setUserId(" ").build()))
                .isEqualTo(new Broken(Reason.FIELD_BLANK, "userId"));
        assertThat(FieldRules.firstBroken(anyEmailChanged().setEmail("\t").build()))
                .isEqualTo(new Broken(Reason.FIELD_BLANK, "email"));
        assertThat(FieldRules.firstBroken(anyPortalCreated().setPortalId("").build()))
                .isEqualTo(new Broken(Reason.FIELD_BLANK, "portalId"));
    }

    @Test
    void anyOtherTextMayBeEmpty() {
        assertThat(FieldRules.firstBroken(
                        anyCourseCompleted().setCourseTitle("").build()))
                .isNull();
    }

    @Test
    void noTextContainsANul() {
        assertThat(FieldRules.firstBroken(
                        anyEmailChanged().setEmail("a\0@acme.example").build()))
                .isEqualTo(new Broken(Reason.FIELD_HAS_NUL, "email"));
        assertThat(FieldRules.firstBroken(
                        anyCourseCompleted().setCourseTitle("\0").build()))
                .isEqualTo(new Broken(Reason.FIELD_HAS_NUL, "courseTitle"));
        assertThat(FieldRules.firstBroken(anyPortalCreated()
                        .setEmailDomains(List.of("fine.example", "\0"))
                        .build()))
                .isEqualTo(new Broken(Reason.FIELD_HAS_NUL, "emailDomains"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-1-1-1-1",
                "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5g",
                "0190a1b2c-3d4-7e5f-8a9b-0c1d2e3f4a5b",
                "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b ",
                "\u0661190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5"
            })
    void anEventIdIsAUuid(String eventId) {
        assertThat(FieldRules.firstBroken(anyEmailChanged().setEventId(eventId).build()))
                .isEqualTo(new Broken(Reason.NOT_A_UUID, "eventId"));
    }

    @Test
    void aUuidMayBeInCapitals() {
        assertThat(FieldRules.firstBroken(anyEmailChanged()
                        .setEventId("0190A1B2-C3D4-7E5F-8A9B-0C1D2E3F4A5B")
                        .build()))
                .isNull();
    }

    @Test
    void aPortalIdIsShortEnoughForATopicAndAHost() {
        for (String id : List.of("Acme", "-acme", "a/b", "acme\n", "a".repeat(64)))
            assertThat(FieldRules.firstBroken(anyPortalCreated().setPortalId(id).build()))
                    .isEqualTo(new Broken(Reason.NOT_A_PORTAL_ID, "portalId"));
        for (String id : List.of("a", "7-eleven", "a".repeat(63)))
            assertThat(FieldRules.firstBroken(anyPortalCreated().setPortalId(id).build()))
                    .isNull();
    }

    @Test
    void aTimeIsOneThatSomebodyMeans() {
        for (String time : List.of("1969-12-31T23:59:59.999Z", "+10000-01-01T00:00:00Z"))
            assertThat(FieldRules.firstBroken(
                            anyEmailChanged().setOccurredAt(Instant.parse(time)).build()))
                    .isEqualTo(new Broken(Reason.TIME_OUT_OF_RANGE, "occurredAt"));
        for (String time : List.of("1970-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"))
            assertThat(FieldRules.firstBroken(
                            anyEmailChanged().setOccurredAt(Instant.parse(time)).build()))
                    .isNull();
        assertThat(FieldRules.firstBroken(anyPortalCreated()
                        .setAgreementAcceptedAt(Instant.MAX.minusSeconds(1))
                        .build()))
                .isEqualTo(new Broken(Reason.TIME_OUT_OF_RANGE, "agreementAcceptedAt"));
    }
}
