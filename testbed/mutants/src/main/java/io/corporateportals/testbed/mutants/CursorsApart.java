package io.corporateportals.testbed.mutants;

import io.corporateportals.exporter.application.Clients;
import io.corporateportals.exporter.application.Feeds;
import io.corporateportals.exporter.application.Log;
import io.corporateportals.exporter.application.Standing;
import io.corporateportals.exporter.model.Cursor;
import io.corporateportals.exporter.model.LogRecord;
import io.corporateportals.exporter.model.Outgoing;
import io.corporateportals.exporter.model.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cursor goes to a file that all instances share, before the offset is committed. */
record CursorsApart(Clients honest) implements Clients {
    private static Path file(int partition) {
        return Path.of(System.getProperty("java.io.tmpdir"), "cursor-" + partition);
    }

    @Override
    public Log log(int partition) {
        return new ReadingIt(honest.log(partition), file(partition));
    }

    @Override
    public Feeds feeds(int partition) {
        return new WritingIt(honest.feeds(partition), file(partition));
    }

    private record WritingIt(Feeds honest, Path file) implements Feeds {
        @Override
        public void fence() {
            honest.fence();
        }

        @Override
        public void publish(List<Outgoing> outgoing, @Nullable Standing standing) {
            try {
                if (standing != null)
                    Files.writeString(
                            file, Long.toString(standing.main().cursor().sequence()));
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
            honest.publish(outgoing, standing);
        }

        @Override
        public void close() {
            honest.close();
        }
    }

    private record ReadingIt(Log honest, Path file) implements Log {
        @Override
        public @Nullable Standing committed() {
            Standing committed = honest.committed();
            try {
                if (committed == null || !Files.exists(file)) return committed;
                Cursor cursor = Cursor.behind(Long.parseLong(Files.readString(file)));
                return new Standing(
                        new Position(committed.main().offset(), cursor),
                        committed.catchUp(),
                        committed.batch(),
                        committed.incarnation());
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }

        @Override
        public void seek(long offset, boolean skipping) {
            honest.seek(offset, skipping);
        }

        @Override
        public List<LogRecord> read(Duration atMost, long decided) {
            return honest.read(atMost, decided);
        }

        @Override
        public long position() {
            return honest.position();
        }

        @Override
        public long beginning() {
            return honest.beginning();
        }

        @Override
        public void close() {
            honest.close();
        }
    }
}
