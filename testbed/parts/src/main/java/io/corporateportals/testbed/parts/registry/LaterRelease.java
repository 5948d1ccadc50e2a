package io.corporateportals.testbed.parts.registry;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** What a later release of the LMS writes: the contract's schemas, evolved as their compatibility allows. */
public final class LaterRelease {
    private LaterRelease() {}

    /** The schema with one more string behind all other fields, which may be null and is unless it is given. */
    public static Schema of(Schema schema, String field) {
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field each : schema.getFields()) fields.add(new Schema.Field(each, each.schema()));
        Schema optional = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        fields.add(new Schema.Field(field, optional, "any", Schema.Field.NULL_DEFAULT_VALUE));
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }
}
