package io.corporateportals.testbed.parts.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corporateportals.testbed.parts.process.CannotStart;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortTest {
    @Test
    void noPortIsGivenTwice() {
        assertThat(Stream.generate(Port::free).limit(200)).doesNotHaveDuplicates();
    }

    @Test
    void aPortThatIsTakenOnAnyInterfaceIsRefused() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> Port.freeOr(port, "--kafka-port"))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("port " + port + " is taken: give --kafka-port another, or 0 for any");
        }
    }

    @Test
    void aPortThatCannotBeIsRefused() {
        assertThatThrownBy(() -> Port.freeOr(70_000, "--kafka-port"))
                .isInstanceOf(CannotStart.class)
                .hasMessage("--kafka-port: there is no port 70000");
    }
}
