package io.corporateportals.testbed.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.corporateportals.testbed.oracle.Content;
import io.corporateportals.testbed.oracle.Feed;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes feeds to files, as a new subscriber would see them after compaction. */
final class FeedFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;

    FeedFiles(Path directory) {
        this.directory = directory;
    }

    /** Writes {@code <portalId>.jsonl} for each: a line a live record, with its key, its type and its fields. */
    void write(Collection<Feed> feeds) throws IOException {
        Files.createDirectories(directory);
        for (Feed feed : feeds) {
            try (BufferedWriter file = Files.newBufferedWriter(directory.resolve(feed.portalId() + ".jsonl"))) {
                for (Map.Entry<String, Content> record : feed.live().entrySet()) {
                    file.write(JSON.writeValueAsString(line(record.getKey(), record.getValue())));
                    file.write('\n');
                }
            }
        }
    }

    private static Map<String, @Nullable Object> line(String key, Content content) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("key", key);
        line.put("type", content.name());
        line.putAll(content.fields());
        return line;
    }
}
