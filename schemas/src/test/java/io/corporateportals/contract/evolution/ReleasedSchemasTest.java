package io.corporateportals.contract.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.contract.Schemas;
import io.corporateportals.lms.EmailChanged;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract with those who hold old classes or old records. Each rule is shown red on a planted schema. */
class ReleasedSchemasTest {
    private static final String PLAIN_TEXT = """
            {"type": "record", "name": "Plain", "doc": "Any.", "fields": [
              {"name": "eventId", "type": "string", "doc": "Any."},
              {"name": "basis", "doc": "Any.", "type":
                {"type": "enum", "name": "Basis", "symbols": ["UNKNOWN", "PORTAL_URL"], "default": "UNKNOWN", "doc": "Any."}}]}""";
    private static final Schema PLAIN = schema(PLAIN_TEXT);

    @Test
    void everySchemaReadsEveryReleasedOneAndTheReverse() {
        List<String> problems = new ArrayList<>();
        for (Schema current : Schemas.all())
            for (Schema released : Releases.OURS.of(current)) problems.addAll(Evolution.breaks(current, released));

        assertThat(problems).isEmpty();
    }

    @Test
    void everyAdditionHasADefault() {
        List<String> problems = new ArrayList<>();
        for (Schema current : Schemas.all())
            Releases.OURS.of(current).stream()
                    .findFirst()
                    .ifPresent(first -> problems.addAll(Evolution.additionsWithoutDefault(current, first)));

        assertThat(problems).isEmpty();
    }

    @Test
    void everyReleasedRecordIsStillThere() {
        assertThat(Evolution.vanished(Schemas.all(), Releases.OURS.all())).isEmpty();
    }

    /** Freezes instead, with {@code -Dschemas.freeze}. */
    @Test
    void everySchemaIsReleased() {
        if (System.getProperty("schemas.freeze") != null) Releases.OURS.freeze(Schemas.all());

        assertThat(Schemas.all())
                .as(
                        "each is frozen in %s; if the change is meant: "
                                + "./mvnw -pl schemas test -Dtest=ReleasedSchemasTest -Dschemas.freeze",
                        Releases.OURS.folder())
                .allMatch(Releases.OURS::contain);
    }

    @Test
    void aFieldMayComeWithADefaultAndGoWithOne() {
        Schema grown =
                changed("\"fields\": [", "\"fields\": [{\"name\": \"more\", \"type\": \"string\", \"default\": \"\"},");

        assertThat(Evolution.breaks(grown, PLAIN)).isEmpty();
        assertThat(Evolution.breaks(PLAIN, grown)).isEmpty();
        assertThat(Evolution.additionsWithoutDefault(grown, PLAIN)).isEmpty();
    }

    @Test
    void anEnumMayGrow() {
        assertThat(Evolution.breaks(changed("\"PORTAL_URL\"", "\"PORTAL_URL\", \"EMAIL_DOMAIN\""), PLAIN))
                .isEmpty();
    }

    @Test
    void aFieldMayNotComeWithoutADefault() {
        Schema grown = changed("\"fields\": [", "\"fields\": [{\"name\": \"more\", \"type\": \"string\"},");

        assertThat(Evolution.breaks(grown, PLAIN)).containsExactly("Plain does not read a released Plain");
        assertThat(Evolution.additionsWithoutDefault(grown, PLAIN))
                .containsExactly("Plain.more was added without a default");
    }

    @Test
    void aFieldWithoutADefaultMayNotGo() {
        Schema shrunk = changed("{\"name\": \"eventId\", \"type\": \"string\", \"doc\": \"Any.\"},", "");

        assertThat(Evolution.breaks(shrunk, PLAIN)).containsExactly("a released Plain does not read Plain");
    }

    @Test
    void aFieldMayNotChangeItsType() {
        assertThat(Evolution.breaks(changed("\"type\": \"string\"", "\"type\": \"int\""), PLAIN))
                .hasSize(2);
    }

    @Test
    void anEnumWithoutADefaultMayNotGrow() {
        Schema noDefault = changed("\"default\": \"UNKNOWN\", ", "");
        Schema grown = schema(noDefault.toString().replace("\"PORTAL_URL\"", "\"PORTAL_URL\",\"EMAIL_DOMAIN\""));

        assertThat(Evolution.breaks(grown, noDefault)).containsExactly("a released Plain does not read Plain");
    }

    @Test
    void aRecordMayNotVanish() {
        assertThat(Evolution.vanished(List.of(), List.of(PLAIN))).containsExactly("Plain was released and is gone");
    }

    @Test
    void evenADocIsReleasedBeforeItIsUsed(@TempDir Path folder) {
        Releases releases = new Releases(folder);
        Schema reworded = changed("\"doc\": \"Any.\", \"fields\"", "\"doc\": \"Some.\", \"fields\"");
        releases.freeze(List.of(PLAIN));
        assertThat(releases.contain(reworded)).isFalse();

        releases.freeze(List.of(reworded, EmailChanged.getClassSchema()));

        assertThat(releases.contain(reworded)).isTrue();
        assertThat(releases.byNumber().get(2)).containsExactlyInAnyOrder(reworded, EmailChanged.getClassSchema());
        assertThat(releases.of(PLAIN)).hasSize(2);
    }

    private static Schema changed(String what, String to) {
        assertThat(PLAIN_TEXT).containsOnlyOnce(what);
        return schema(PLAIN_TEXT.replace(what, to));
    }

    private static Schema schema(String json) {
        return new Schema.Parser().parse(json);
    }
}
