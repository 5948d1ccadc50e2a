package io.corporateportals.contract.evolution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** How schemas of this house are written. */
final class SchemaStyle {
    private SchemaStyle() {}

    /** What is wrong about the style of a schema and of the types inside it. Empty: nothing. */
    static List<String> problems(Schema schema) {
        List<String> problems = new ArrayList<>();
        for (Schema type : namedTypes(schema).values()) {
            if (isBlank(type.getDoc())) problems.add(type.getName() + " has no doc");
            if (type.getType() == Schema.Type.ENUM) ofEnum(type, problems);
            if (type.getType() == Schema.Type.RECORD) type.getFields().forEach(field -> ofField(type, field, problems));
        }
        return problems;
    }

    /** The records and enums of which a schema consists, itself included, by full name. */
    static Map<String, Schema> namedTypes(Schema schema) {
        Map<String, Schema> types = new LinkedHashMap<>();
        collect(schema, types);
        return types;
    }

    private static void collect(Schema schema, Map<String, Schema> types) {
        switch (schema.getType()) {
            case RECORD -> {
                if (types.put(schema.getFullName(), schema) == null)
                    schema.getFields().forEach(field -> collect(field.schema(), types));
            }
            case ENUM -> types.put(schema.getFullName(), schema);
            case ARRAY -> collect(schema.getElementType(), types);
            case UNION -> schema.getTypes().forEach(member -> collect(member, types));
            default -> {}
        }
    }

    private static void ofEnum(Schema type, List<String> problems) {
        if (!type.getEnumSymbols().get(0).equals("UNKNOWN"))
            problems.add(type.getName() + " does not begin with UNKNOWN");
        if (!"UNKNOWN".equals(type.getEnumDefault())) problems.add(type.getName() + " does not default to UNKNOWN");
    }

    private static void ofField(Schema record, Schema.Field field, List<String> problems) {
        String name = record.getName() + "." + field.name();
        if (isBlank(field.doc())) problems.add(name + " has no doc");
        boolean namedAsTime = field.name().endsWith("At") || field.name().endsWith("Since");
        boolean typedAsTime = valueOf(field.schema()).getLogicalType() instanceof LogicalTypes.TimestampMillis;
        if (namedAsTime != typedAsTime) problems.add(name + ": a time is a timestamp-millis and ends in At or Since");
        boolean namedAsId = field.name().endsWith("Id") || field.name().endsWith("Version");
        if (namedAsId && valueOf(field.schema()).getType() != Schema.Type.STRING)
            problems.add(name + ": ids and versions are strings");
        if (field.schema().getType() == Schema.Type.UNION && !isOptional(field))
            problems.add(name + ": the one union is [\"null\", T], null by default");
    }

    private static boolean isOptional(Schema.Field field) {
        List<Schema> types = field.schema().getTypes();
        return types.size() == 2
                && types.get(0).getType() == Schema.Type.NULL
                && field.defaultVal() == JsonProperties.NULL_VALUE;
    }

    /** What a field holds when it is not null. */
    private static Schema valueOf(Schema schema) {
        if (schema.getType() != Schema.Type.UNION) return schema;
        return schema.getTypes().get(schema.getTypes().size() - 1);
    }

    private static boolean isBlank(@Nullable String doc) {
        return doc == null || doc.isBlank();
    }
}
