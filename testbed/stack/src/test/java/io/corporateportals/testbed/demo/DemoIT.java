package io.corporateportals.testbed.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corporateportals.testbed.parts.machine.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class DemoIT {
    @TempDir
    private Path directory;

    @Test
    void theShippedSampleGoesThroughTheSystemAndEveryFeedIsRight() throws Exception {
        Path output = directory.resolve("output");
        Path feeds = directory.resolve("feeds");
        ProcessBuilder demo = new ProcessBuilder("bin/demo", "--seed", "7", "--feed-dir", feeds.toString())
                .directory(Home.find().directory().toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        demo.environment().put("STACK_BUILD", "skip");
        demo.environment().put("JAVA_HOME", System.getProperty("java.home"));

        int exit = demo.start().waitFor();

        assertThat(Files.readAllLines(output)).contains("missing 0  extra 0  leaked 0");
        assertThat(exit).isZero();
        assertThat(liveRecords(feeds))
                .extracting(record -> record.get("type").asText())
                .contains("SharedLearner", "SharedActivity", "SharedTestResult", "SharingEnded");
        assertThat(liveRecords(feeds)).allMatch(record -> record.hasNonNull("key") && record.hasNonNull("portalId"));
    }

    private static List<JsonNode> liveRecords(Path feeds) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (Stream<Path> files = Files.list(feeds)) {
            List<JsonNode> records = new ArrayList<>();
            for (Path file : files.toList())
                for (String line : Files.readAllLines(file)) records.add(json.readTree(line));
            return records;
        }
    }
}
