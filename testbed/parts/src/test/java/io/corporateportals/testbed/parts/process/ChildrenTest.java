package io.corporateportals.testbed.parts.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {
    @TempDir
    Path directory;

    @Test
    void endWhenTheyAreClosed() {
        Children children = new Children();
        Child first = children.start(sleeping("first"));
        Child second = children.start(sleeping("second"));
        children.close();
        assertThat(first.alive()).isFalse();
        assertThat(second.alive()).isFalse();
    }

    @Test
    void canBeKilledAndStartedAgain() {
        try (Children children = new Children()) {
            Child child = children.start(sleeping("child"));
            long before = child.pid();
            child.kill();
            assertThat(child.alive()).isFalse();
            child.start();
            assertThat(child.alive()).isTrue();
            assertThat(child.pid()).isNotEqualTo(before);
        }
    }

    @Test
    void aPausedChildCanStillBeStopped() {
        try (Children children = new Children()) {
            Child child = children.start(sleeping("child"));
            child.pause();
            child.stop();
            assertThat(child.alive()).isFalse();
        }
    }

    @Test
    void grandchildrenDieWithTheChildThatIsKilled() throws Exception {
        try (Children children = new Children()) {
            Child child = children.start(shell("child", "sleep 1000 & echo $!; wait"));
            long grandchild = Long.parseLong(firstLine(child.log()));
            child.kill();
            assertThat(Liveness.runs(grandchild)).isFalse();
        }
    }

    @Test
    void aChildThatIgnoresTheRequestIsKilled() throws Exception {
        try (Children children = new Children()) {
            Launch stubborn = shell("stubborn", "trap '' TERM; echo ready; while :; do sleep 1; done");
            Child child = children.start(new Launch(
                    "stubborn",
                    stubborn.command(),
                    stubborn.environment(),
                    stubborn.log(),
                    Signal.TERM,
                    Duration.ofMillis(100)));
            assertThat(firstLine(child.log())).isEqualTo("ready");
            child.stop();
            assertThat(child.alive()).isFalse();
        }
    }

    @Test
    void aProgramThatFailsIsReportedWithItsLog() {
        try (Children children = new Children()) {
            assertThatThrownBy(() -> children.run(shell("program", "exit 3")))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("program failed (exit code 3): see " + directory.resolve("program.log"));
        }
    }

    @Test
    void ofAParentThatIsKilledEndAndSoDoTheirChildrenAndTheTemporaryDirectory() throws Exception {
        Process parent = new ProcessBuilder(Jvm.running(ParentProgram.class, System.getProperty("java.class.path"))
                        .command(directory.toString()))
                .start();
        try (BufferedReader output = parent.inputReader()) {
            long child = Long.parseLong(output.readLine());
            long grandchild = Long.parseLong(output.readLine());
            Path temporary = Path.of(output.readLine());
            assertThat(Liveness.runs(child)).isTrue();
            assertThat(temporary).isNotEmptyDirectory();

            parent.destroyForcibly();

            await().untilAsserted(() -> {
                assertThat(Liveness.runs(child)).isFalse();
                assertThat(Liveness.runs(grandchild)).isFalse();
                assertThat(temporary).doesNotExist();
            });
        }
    }

    @Test
    void aFileIsLockedUntilTheyHaveEnded() {
        Path file = directory.resolve("lock");
        try (Children second = new Children()) {
            try (Children first = new Children()) {
                assertThat(first.lock(file)).isTrue();
                assertThat(second.lock(file)).isFalse();
            }
            assertThat(second.lock(file)).isTrue();
        }
    }

    @Test
    void whatTheySaidAndDidIsKeptWhereTheBuildWantsIt() throws Exception {
        String before = System.setProperty(LastWords.WHERE, directory.toString());
        try (Children children = new Children()) {
            Path log = children.temporaryDirectory().resolve("talker.log");
            Child talker = children.start(new Launch(
                    "talker",
                    Jvm.running(Talker.class, System.getProperty("java.class.path"))
                            .command(),
                    log));
            assertThat(firstLine(talker.log())).isEqualTo("hello");
        } finally {
            if (before == null) System.clearProperty(LastWords.WHERE);
            else System.setProperty(LastWords.WHERE, before);
        }
        try (Stream<Path> kept = Files.walk(directory).filter(Files::isRegularFile)) {
            assertThat(kept)
                    .singleElement()
                    .satisfies(log -> assertThat(log)
                            .content()
                            .startsWith("hello")
                            .contains("\"main\"", Talker.class.getName() + ".main"));
        }
    }

    /** Says hello and waits to be killed. */
    static final class Talker {
        private Talker() {}

        public static void main(String[] arguments) throws Exception {
            System.out.println("hello");
            TimeUnit.MINUTES.sleep(10);
        }
    }

    /** Starts a child that has a child of its own, says who they are, and waits to be killed. */
    static final class ParentProgram {
        private ParentProgram() {}

        public static void main(String[] arguments) throws Exception {
            Children children = new Children();
            Path temporary = children.temporaryDirectory();
            Files.writeString(temporary.resolve("file"), "content");
            Path log = Path.of(arguments[0], "child.log");
            // the grandchild takes no notice of the child's end
            Child child = children.start(
                    new Launch("child", List.of("/bin/sh", "-c", "sleep 1000 & echo $!; trap '' TERM; wait"), log));
            String grandchild = firstLine(log);
            System.out.println(child.pid());
            System.out.println(grandchild);
            System.out.println(temporary);
            child.ended().join();
        }
    }

    private Launch sleeping(String name) {
        return new Launch(name, List.of("sleep", "1000"), directory.resolve(name + ".log"));
    }

    private Launch shell(String name, String script) {
        return new Launch(name, List.of("/bin/sh", "-c", script), directory.resolve(name + ".log"));
    }

    private static String firstLine(Path log) throws IOException {
        await().until(() -> Files.exists(log) && !Files.readAllLines(log).isEmpty());
        return Files.readAllLines(log).get(0);
    }
}
