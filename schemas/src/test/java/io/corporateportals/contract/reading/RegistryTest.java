package io.corporateportals.contract.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.corporateportals.lms.EmailChanged;
import io.corporateportals.lms.PortalDeleted;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryTest {
    private final FakeRegistry server = new FakeRegistry();
    private final Registry registry = new Registry(server.url());

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void knowsTheTypeOfAnId() {
        assertThat(registry.schema(server.knows(7, EmailChanged.getClassSchema())))
                .isInstanceOf(WriterSchema.Ours.class);
    }

    @Test
    void takesABaseUrlWithASlash() {
        assertThat(new Registry(URI.create(server.url() + "/")).schema(server.knows(7, EmailChanged.getClassSchema())))
                .isInstanceOf(WriterSchema.Ours.class);
    }

    @Test
    void saysWhichIdsDoNotExist() {
        assertThat(registry.schema(-5)).isEqualTo(new WriterSchema.Unknown());
    }

    @Test
    void takesNoOtherAnswerForOne() {
        saysNothing(500, "");
        saysNothing(503, "<html>try later</html>");
        saysNothing(401, "{\"error_code\":401}");
        saysNothing(429, "{}");
        saysNothing(200, "{}");
        saysNothing(200, "<html>welcome</html>");
    }

    @Test
    void takesNoOtherNotFoundForOne() {
        saysNothing(404, "");
        saysNothing(404, "<html>no such page</html>");
        saysNothing(404, "{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}");
    }

    @Test
    void takesNoWordOfARegistryThatHasLostSubjectsForOne() {
        server.loses(PortalDeleted.getClassSchema());

        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> registry.schema(-5))
                .withMessage("schema id -5: registry lacks subjects of the contract");
    }

    private void saysNothing(int status, String body) {
        int id = server.answers(7, status, body);

        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> registry.schema(id))
                .withMessage("schema id 7: registry answered " + status);
    }
}
