package io.corporateportals.contract.reading;

import io.corporateportals.contract.AvroLimits;
import io.corporateportals.contract.LmsRecordKind;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A record type that an LMS may send. */
record LmsRecordType(LmsRecordKind kind, Schema schema) {
    /** Every LMS record begins with these three. */
    static final int EVENT_ID = 0;

    static final int KEY = 1;
    static final int OCCURRED_AT = 2;

    static {
        // nothing of an LMS is read before this
        AvroLimits.set();
    }

    private static final Map<String, LmsRecordType> BY_NAME = Arrays.stream(LmsRecordKind.values())
            .flatMap(kind -> kind.types().stream().map(type -> of(kind, type)))
            .collect(Collectors.toUnmodifiableMap(type -> type.schema().getFullName(), Function.identity()));

    static @Nullable LmsRecordType named(String fullName) {
        return BY_NAME.get(fullName);
    }

    boolean isActivity() {
        return kind == LmsRecordKind.ACTIVITY;
    }

    private static LmsRecordType of(LmsRecordKind kind, Class<? extends SpecificRecord> type) {
        return new LmsRecordType(kind, SpecificData.get().getSchema(type));
    }
}
