package io.corporateportals.testbed.parts.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corporateportals.testbed.parts.process.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path directory;

    @Test
    void saysHowToBuildWhatIsMissing() {
        assertThatThrownBy(() -> new Home(directory).built("testbed/parts", "broker/lib"))
                .isInstanceOf(CannotStart.class)
                .hasMessage("testbed/parts/target/broker/lib is missing; build first: ./mvnw -DskipTests package");
    }

    @Test
    void findsAJarWhateverItsVersion() throws Exception {
        Path target = Files.createDirectories(directory.resolve("service/target"));
        Path jar = Files.createFile(target.resolve("service-1.2.jar"));
        Files.createFile(target.resolve("service-1.2.jar.original"));
        assertThat(new Home(directory)
                        .builtLike("service", ".", "service-*.jar")
                        .toRealPath())
                .isEqualTo(jar.toRealPath());
    }
}
