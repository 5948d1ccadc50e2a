package io.corporateportals.exporter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.contract.Schemas;
import io.corporateportals.exporter.model.SharedFields;
import io.corporateportals.feed.ActivityKind;
import io.corporateportals.feed.SharedLearner;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** What the privacy policy does not name cannot be let out. */
class SharedFieldsTest {
    @Test
    void everyFieldOfEveryFeedRecordIsNamed() {
        Map<String, Set<String>> feeds = Schemas.all().stream()
                .filter(SharedFieldsTest::isOfAFeed)
                .collect(Collectors.toMap(Schema::getName, SharedFieldsTest::fields));

        assertThat(feeds).isEqualTo(SharedFields.OF_RECORD);
    }

    @Test
    void everyKindOfActivityIsNamed() {
        assertThat(Arrays.stream(ActivityKind.values())
                        .filter(kind -> kind != ActivityKind.UNKNOWN)
                        .map(ActivityKind::name))
                .containsExactlyInAnyOrderElementsOf(SharedFields.ACTIVITY_KINDS);
    }

    @Test
    void noFieldHidesOthersBehindIt() {
        Schemas.all().stream()
                .filter(SharedFieldsTest::isOfAFeed)
                .flatMap(schema -> schema.getFields().stream())
                .forEach(field ->
                        assertThat(isPlain(field.schema())).as(field.name()).isTrue());
    }

    private static boolean isOfAFeed(Schema schema) {
        return schema.getNamespace().equals(SharedLearner.class.getPackageName());
    }

    private static Set<String> fields(Schema schema) {
        return schema.getFields().stream().map(Schema.Field::name).collect(Collectors.toSet());
    }

    private static boolean isPlain(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> schema.getTypes().stream().allMatch(SharedFieldsTest::isPlain);
            case RECORD, MAP, ARRAY, BYTES, FIXED -> false;
            default -> true;
        };
    }
}
