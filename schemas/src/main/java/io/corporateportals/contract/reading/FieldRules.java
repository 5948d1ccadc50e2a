package io.corporateportals.contract.reading;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What the contract demands of fields beyond their types. */
final class FieldRules {
    private static final Set<String> NEVER_BLANK = Set.of("eventId", "userId", "portalId", "email");
    private static final Pattern PORTAL_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    private FieldRules() {}

    /** A field that breaks a rule. */
    record Broken(Reason reason, String field) {}

    static @Nullable Broken firstBroken(SpecificRecord record) {
        for (Schema.Field field : record.getSchema().getFields()) {
            Reason reason = brokenBy(field.name(), record.get(field.pos()));
            if (reason != null) return new Broken(reason, field.name());
        }
        return null;
    }

    private static @Nullable Reason brokenBy(String field, @Nullable Object value) {
        if (value instanceof String text) return brokenByText(field, text);
        if (value instanceof Instant time && (time.isBefore(Instant.EPOCH) || !time.isBefore(YEAR_10000)))
            return Reason.TIME_OUT_OF_RANGE;
        if (value instanceof List<?> list) return brokenByElement(field, list);
        return null;
    }

    private static @Nullable Reason brokenByElement(String field, List<?> list) {
        for (Object element : list) {
            Reason reason = brokenBy(field, element);
            if (reason != null) return reason;
        }
        return null;
    }

    private static @Nullable Reason brokenByText(String field, String text) {
        if (NEVER_BLANK.contains(field) && text.isBlank()) return Reason.FIELD_BLANK;
        if (text.indexOf('\0') >= 0) return Reason.FIELD_HAS_NUL;
        if (field.equals("eventId") && !isUuid(text)) return Reason.NOT_A_UUID;
        if (field.equals("portalId") && !PORTAL_ID.matcher(text).matches()) return Reason.NOT_A_PORTAL_ID;
        return null;
    }

    // UUID.fromString also takes "1-1-1-1-1"
    private static boolean isUuid(String text) {
        if (text.length() != 36) return false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : !isHexDigit(c)) return false;
        }
        return true;
    }

    private static boolean isHexDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
