package io.corporateportals.testbed.mutants;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Gives a service a clock that can be set, by the file that the environment variable {@code CLOCK} names. */
@AutoConfiguration
@ConditionalOnProperty("CLOCK")
public class ClockJumps {
    @Bean
    static BeanPostProcessor clocks() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                boolean isTheMachines = bean.getClass().getName().startsWith("java.time.");
                return isTheMachines && bean instanceof Clock honest
                        ? new JumpingClock(honest, Path.of(System.getenv("CLOCK")))
                        : bean;
            }
        };
    }
}
