package io.corporateportals.contract.evolution;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.contract.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaStyleTest {
    private static final Path SOURCES = Path.of("src", "main", "avro");
    private static final String PLAIN = """
            {'type': 'record', 'name': 'Plain', 'doc': 'Any.', 'fields': [
              {'name': 'eventId', 'type': 'string', 'doc': 'This.'},
              {'name': 'endedAt', 'type': {'type': 'long', 'logicalType': 'timestamp-millis'}, 'doc': 'That.'},
              {'name': 'title', 'type': ['null', 'string'], 'default': null, 'doc': 'Other.'},
              {'name': 'basis', 'doc': 'Which.', 'type':
                {'type': 'enum', 'name': 'Basis', 'symbols': ['UNKNOWN', 'PORTAL_URL'], 'default': 'UNKNOWN', 'doc': 'Some.'}}]}""";

    @Test
    void everySchemaKeepsTheStyle() {
        assertThat(Schemas.all().stream().flatMap(schema -> SchemaStyle.problems(schema).stream()))
                .isEmpty();
    }

    @Test
    void noSchemaFileIsForgotten() throws IOException {
        Set<String> types = Schemas.all().stream()
                .flatMap(schema -> SchemaStyle.namedTypes(schema).values().stream())
                .map(type -> fileOf(type))
                .collect(toCollection(TreeSet::new));

        assertThat(schemaFiles()).isEqualTo(types);
    }

    @Test
    void noRecordIsListedTwice() {
        assertThat(Schemas.all()).doesNotHaveDuplicates();
    }

    @Test
    void aPlainSchemaKeepsTheStyle() {
        assertThat(SchemaStyle.problems(schema(PLAIN))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            , 'doc': 'Any.'                   |                            | Plain has no doc
            , 'doc': 'This.'                  |                            | Plain.eventId has no doc
            , 'doc': 'Some.'                  |                            | Basis has no doc
            'doc': 'This.'                    | 'doc': ' '                 | Plain.eventId has no doc
            'UNKNOWN', 'PORTAL_URL'           | 'PORTAL_URL', 'UNKNOWN'    | Basis does not begin with UNKNOWN
            , 'default': 'UNKNOWN'            |                            | Basis does not default to UNKNOWN
            endedAt                           | end                        | Plain.end: a time is a timestamp-millis and ends in At or Since
            , 'logicalType': 'timestamp-millis' |                          | Plain.endedAt: a time is a timestamp-millis and ends in At or Since
            timestamp-millis                  | timestamp-micros           | Plain.endedAt: a time is a timestamp-millis and ends in At or Since
            'eventId', 'type': 'string'       | 'eventId', 'type': 'long'  | Plain.eventId: ids and versions are strings
            , 'default': null                 |                            | Plain.title: the one union is ["null", T], null by default
            ['null', 'string'], 'default': null | ['string', 'null']       | Plain.title: the one union is ["null", T], null by default
            """)
    void anythingElseDoesNot(String what, @Nullable String to, String problem) {
        assertThat(PLAIN).containsOnlyOnce(what);

        assertThat(SchemaStyle.problems(schema(PLAIN.replace(what, to == null ? "" : to))))
                .containsExactly(problem);
    }

    /** One type per file, named after it, in the folder of its namespace. */
    private static String fileOf(Schema type) {
        String namespace = type.getNamespace();
        return namespace.substring(namespace.lastIndexOf('.') + 1) + "/" + type.getName() + ".avsc";
    }

    private static Set<String> schemaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static Schema schema(String json) {
        return new Schema.Parser().parse(json.replace('\'', '"'));
    }
}
