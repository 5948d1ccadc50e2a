package io.corporateportals.testbed.badinput;

import org.apache.avro.Schema;

/**
 * Schemas that somebody registered beside the contract's.
 *
 * @param text no record
 * @param stranger a record that calls itself {@code EmailChanged} and is another one
 * @param deep an {@code EmailChanged} with one field more, which nests without end
 * @param unknown a record type that no service knows
 */
record OddSchemas(int text, int stranger, int deep, int unknown) {
    private static final String RECORD = "{\"type\":\"record\",\"namespace\":\"io.corporateportals.lms\",\"name\":";
    private static final String HEAD =
            "{\"name\":\"eventId\",\"type\":\"string\"},{\"name\":\"userId\",\"type\":\"string\"},"
                    + "{\"name\":\"occurredAt\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}}";
    private static final String NESTING =
            "{\"name\":\"nested\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Nested\","
                    + "\"fields\":[{\"name\":\"inner\",\"type\":[\"null\",\"Nested\"]}]}]}";

    static OddSchemas register(Registered registry) {
        return new OddSchemas(
                registry.register("odd.Text", Schema.create(Schema.Type.STRING)),
                registry.register(
                        "odd.Stranger",
                        parsed(RECORD + "\"EmailChanged\",\"fields\":[{\"name\":\"x\",\"type\":\"long\"}]}")),
                registry.register(
                        "odd.Deep", parsed(RECORD + "\"EmailChanged\",\"fields\":[" + HEAD + "," + NESTING + "]}")),
                registry.register("odd.Unknown", parsed(RECORD + "\"BadgePinned\",\"fields\":[" + HEAD + "]}")));
    }

    private static Schema parsed(String json) {
        return new Schema.Parser().parse(json);
    }
}
