package io.corporateportals.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corporateportals.lms.UserRegistered;
import org.apache.avro.util.ClassUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AvroLimitsTest {
    @BeforeEach
    void set() {
        AvroLimits.set();
    }

    // a schema names classes, and whoever can register one would choose what is loaded
    @Test
    void avroLoadsTheContractsClassesAndNoOthers() throws ClassNotFoundException {
        assertThat(ClassUtils.forName(UserRegistered.class.getName())).isEqualTo(UserRegistered.class);
        for (Class<?> untrusted : new Class<?>[] {ProcessBuilder.class, AvroLimits.class})
            assertThatThrownBy(() -> ClassUtils.forName(untrusted.getName())).isInstanceOf(SecurityException.class);
    }
}
