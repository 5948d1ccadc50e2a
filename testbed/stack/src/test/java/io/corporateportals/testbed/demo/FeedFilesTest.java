package io.corporateportals.testbed.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.testbed.oracle.Content;
import io.corporateportals.testbed.oracle.Feed;
import io.corporateportals.testbed.oracle.Logged;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedFilesTest {
    @TempDir
    private Path directory;

    @Test
    void aLineIsALiveRecord() throws IOException {
        List<Logged> records = List.of(
                record("ref", content("SharedLearner")),
                record("ref/1", content("SharedActivity")),
                record("ref/1", null),
                record("ref", content("SharingEnded")));

        new FeedFiles(directory.resolve("feeds")).write(List.of(new Feed("acme", records, records)));

        assertThat(directory.resolve("feeds/acme.jsonl"))
                .hasContent("{\"key\":\"ref\",\"type\":\"SharingEnded\",\"portalId\":\"acme\"}\n");
    }

    private static Content content(String name) {
        return new Content("io.corporateportals.feed." + name, Map.of("portalId", "acme"));
    }

    private static Logged record(String key, @Nullable Content content) {
        return new Logged(0, 0, 0, key, content);
    }
}
