package io.corporateportals.contract.doc;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Schemas as Markdown; fields that all records of a group begin with are written once. */
final class RecordTables {
    private RecordTables() {}

    static String group(String title, List<Schema> records) {
        int shared = sharedFields(records);
        String head = "### " + title + "\n\n";
        String common = shared == 0
                ? ""
                : "All begin with\n\n" + table(records.get(0).getFields().subList(0, shared)) + "\n";
        return head
                + common
                + records.stream().map(record -> record(record, shared)).collect(joining("\n"));
    }

    static String enumeration(Schema type) {
        return "* `" + type.getName() + "`: "
                + type.getEnumSymbols().stream().map(s -> "`" + s + "`").collect(joining(", ")) + ". " + type.getDoc()
                + "\n";
    }

    private static String record(Schema record, int shared) {
        List<Schema.Field> fields =
                record.getFields().subList(shared, record.getFields().size());
        return "**`" + record.getName() + "`** " + record.getDoc() + "\n"
                + (fields.isEmpty() ? "" : "\n" + table(fields));
    }

    private static String table(List<Schema.Field> fields) {
        return "| field | type | default | |\n|---|---|---|---|\n"
                + fields.stream().map(RecordTables::row).collect(joining());
    }

    private static String row(Schema.Field field) {
        return "| `" + field.name() + "` | " + type(field.schema()) + " | " + defaultOf(field) + " | " + field.doc()
                + " |\n";
    }

    private static String type(Schema schema) {
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis time) return time.getName();
        return switch (schema.getType()) {
            case UNION -> type(schema.getTypes().get(1)) + " or null";
            case ARRAY -> "array of " + type(schema.getElementType());
            case RECORD, ENUM -> "`" + schema.getName() + "`";
            default -> schema.getName();
        };
    }

    private static String defaultOf(Schema.Field field) {
        @Nullable Object value = field.hasDefaultValue() ? field.defaultVal() : "";
        return value == JsonProperties.NULL_VALUE ? "null" : String.valueOf(value);
    }

    private static int sharedFields(List<Schema> records) {
        if (records.size() == 1) return 0;
        List<Schema.Field> first = records.get(0).getFields();
        int shared = 0;
        while (shared < first.size() && allHave(records, first.get(shared))) shared++;
        return shared;
    }

    private static boolean allHave(List<Schema> records, Schema.Field field) {
        return records.stream()
                .map(Schema::getFields)
                .allMatch(fields -> fields.size() > field.pos()
                        && row(fields.get(field.pos())).equals(row(field)));
    }
}
