package io.corporateportals.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerdeSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://registry:8080/apis/ccompat/v7", "http://registry:8080/apis/ccompat/v7/"})
    void findsApicuriosOwnApiBesideConfluents(String url) {
        assertThat(SerdeSettings.forRegistry(url))
                .containsEntry("apicurio.registry.url", "http://registry:8080/apis/registry/v3")
                .containsEntry("schema.registry.url", url);
    }

    @Test
    void neverRegistersASchema() {
        assertThat(SerdeSettings.forRegistry("http://registry"))
                .containsEntry("apicurio.registry.auto-register", "false")
                .containsEntry("auto.register.schemas", "false");
    }
}
