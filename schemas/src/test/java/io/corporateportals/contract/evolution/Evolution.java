package io.corporateportals.contract.evolution;

import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** What is wrong about a schema, given the released ones. Empty: nothing. */
final class Evolution {
    private Evolution() {}

    /** FULL compatibility with a released schema of the same record. */
    static List<String> breaks(Schema current, Schema released) {
        List<String> problems = new ArrayList<>();
        if (!reads(current, released))
            problems.add(current.getName() + " does not read a released " + released.getName());
        if (!reads(released, current))
            problems.add("a released " + released.getName() + " does not read " + current.getName());
        return problems;
    }

    static List<String> additionsWithoutDefault(Schema current, Schema first) {
        return current.getFields().stream()
                .filter(field -> first.getField(field.name()) == null && !field.hasDefaultValue())
                .map(field -> current.getName() + "." + field.name() + " was added without a default")
                .toList();
    }

    static List<String> vanished(List<Schema> current, List<Schema> released) {
        List<String> names = current.stream().map(Schema::getFullName).toList();
        return released.stream()
                .map(Schema::getFullName)
                .filter(name -> !names.contains(name))
                .map(name -> name + " was released and is gone")
                .toList();
    }

    private static boolean reads(Schema reader, Schema writer) {
        return checkReaderWriterCompatibility(reader, writer).getType() == SchemaCompatibilityType.COMPATIBLE;
    }
}
