package io.corporateportals.contract;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

class LmsRecordKindTest {
    @Test
    void everyLmsRecordIsOfOneKind() {
        List<Schema> ofAKind = Arrays.stream(LmsRecordKind.values())
                .flatMap(kind -> schemas(kind).stream())
                .collect(toList());

        assertThat(ofAKind)
                .containsExactlyInAnyOrderElementsOf(Schemas.all().stream()
                        .filter(schema -> schema.getNamespace().equals("io.corporateportals.lms"))
                        .toList());
    }

    @Test
    void everyLmsRecordBeginsWithItsEventItsKeyAndItsTime() {
        for (LmsRecordKind kind : LmsRecordKind.values())
            for (Schema schema : schemas(kind))
                assertThat(fields(schema)).as(schema.getName()).startsWith("eventId", kind.keyField(), "occurredAt");
    }

    @Test
    void identityRecordsAndNoOthersEndWithTheRevision() {
        for (LmsRecordKind kind : LmsRecordKind.values())
            for (Schema schema : schemas(kind)) {
                List<String> fields = fields(schema);
                assertThat(fields.get(fields.size() - 1).equals("revision"))
                        .as(schema.getName())
                        .isEqualTo(kind == LmsRecordKind.IDENTITY);
            }
    }

    private static List<Schema> schemas(LmsRecordKind kind) {
        return kind.types().stream().map(SpecificData.get()::getSchema).toList();
    }

    private static List<String> fields(Schema schema) {
        return schema.getFields().stream().map(Schema.Field::name).toList();
    }
}
