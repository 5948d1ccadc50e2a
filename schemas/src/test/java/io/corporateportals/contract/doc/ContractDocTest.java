package io.corporateportals.contract.doc;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.assignment.Basis;
import io.corporateportals.assignment.PortalDecided;
import io.corporateportals.assignment.RefusalReason;
import io.corporateportals.assignment.RefusedDomain;
import io.corporateportals.contract.LmsRecordKind;
import io.corporateportals.contract.Schemas;
import io.corporateportals.contract.Topic;
import io.corporateportals.contract.Topics;
import io.corporateportals.feed.ActivityKind;
import io.corporateportals.feed.FeedHeartbeat;
import io.corporateportals.lms.TransferSafeguard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

class ContractDocTest {
    private static final Path DOC = Path.of("..", "docs", "contract.md");
    private static final String TOPICS = "topics";
    private static final String RECORDS = "records";

    /** Writes instead, with {@code -Ddocs.write}. */
    @Test
    void theContractSaysWhatTheCodeSays() throws IOException {
        String right = with(with(Files.readString(DOC), TOPICS, topics()), RECORDS, records());
        if (System.getProperty("docs.write") != null) Files.writeString(DOC, right);

        assertThat(Files.readString(DOC))
                .as("%s is old: ./mvnw -pl schemas test -Dtest=ContractDocTest -Ddocs.write", DOC)
                .isEqualTo(right);
    }

    @Test
    void everyRecordIsInTheContract() {
        for (Schema schema : Schemas.all()) assertThat(records()).containsOnlyOnce("**`" + schema.getName() + "`**");
    }

    private static String topics() {
        return "| topic | partitions | settings |\n|---|---|---|\n"
                + rows(Topics.fixed())
                + rows(List.of(
                        Topics.employerFeed("<portalId>"),
                        Topics.recipientFeed("<name>"),
                        new Topic("<input topic>", 1, Map.of()).deadLetters("<service>")));
    }

    private static String rows(List<Topic> topics) {
        return topics.stream().map(ContractDocTest::row).collect(joining());
    }

    private static String row(Topic topic) {
        String partitions = topic.name().startsWith("<") ? "as the input" : Integer.toString(topic.partitions());
        String settings = new TreeMap<>(topic.settings())
                .entrySet().stream()
                        .map(s -> "`" + s.getKey() + "=" + s.getValue() + "`")
                        .collect(joining(", "));
        return "| `" + topic.name() + "` | " + partitions + " | " + settings + " |\n";
    }

    private static String records() {
        List<String> groups = new ArrayList<>();
        groups.add(RecordTables.group("From the LMS: who a learner is", ofKind(LmsRecordKind.IDENTITY)));
        groups.add(RecordTables.group("From the LMS: what a learner did", ofKind(LmsRecordKind.ACTIVITY)));
        groups.add(RecordTables.group("From the LMS: portals", ofKind(LmsRecordKind.PORTAL)));
        groups.add(RecordTables.group("Assignments", in("assignment", PortalDecided.getClassSchema())));
        groups.add(RecordTables.group(
                "What became of a portal", List.of(PortalDecided.getClassSchema(), RefusedDomain.getClassSchema())));
        groups.add(RecordTables.group("Feeds", in("feed", FeedHeartbeat.getClassSchema())));
        groups.add(RecordTables.group("Feeds: heartbeat", List.of(FeedHeartbeat.getClassSchema())));
        groups.add(RecordTables.group("Retention", in("retention")));
        groups.add("### Enums\n\n"
                + List.of(
                                Basis.getClassSchema(),
                                RefusalReason.getClassSchema(),
                                ActivityKind.getClassSchema(),
                                TransferSafeguard.getClassSchema())
                        .stream()
                        .map(RecordTables::enumeration)
                        .collect(joining()));
        return String.join("\n", groups);
    }

    private static List<Schema> ofKind(LmsRecordKind kind) {
        return kind.types().stream().map(SpecificData.get()::getSchema).toList();
    }

    private static List<Schema> in(String namespace, Schema... except) {
        return Schemas.all().stream()
                .filter(schema -> schema.getNamespace().endsWith("." + namespace)
                        && !List.of(except).contains(schema))
                .toList();
    }

    /** What stands between the two marks, replaced. */
    private static String with(String doc, String part, String content) {
        String begin = "<!-- " + part + ": written by ContractDocTest -->\n\n";
        String end = "\n<!-- end of " + part + " -->";
        assertThat(doc).contains(begin, end);
        return doc.substring(0, doc.indexOf(begin) + begin.length()) + content + doc.substring(doc.indexOf(end));
    }
}
