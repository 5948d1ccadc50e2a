package io.corporateportals.testbed.mutants;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Puts the mutant that the environment variable {@code MUTANT} names into a service, as far as it is one of SQL. */
@AutoConfiguration
@ConditionalOnProperty("MUTANT")
public class Mutation {
    private static final String BACK_FILL = "io.corporateportals.assigner.application.BackFill";

    static Mutant mutant() {
        String word = System.getenv("MUTANT");
        if (word == null) throw new IllegalStateException("MUTANT: names no mutant");
        return Mutant.of(word);
    }

    @Bean
    static BeanPostProcessor statements() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource honest && !(bean instanceof RewritingDataSource)
                        ? new RewritingDataSource(honest, Mutation::rewritten)
                        : bean;
            }
        };
    }

    private static String rewritten(String statement) {
        String rewritten = statement;
        for (Map.Entry<String, String> each : mutant().statements().entrySet())
            rewritten = rewritten.replace(each.getKey(), each.getValue());
        if (mutant() == Mutant.BACK_FILL_UNLOCKED && statement.endsWith("for update") && inBackFill())
            rewritten = statement.replace("for update", "");
        return rewritten;
    }

    private static boolean inBackFill() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(BACK_FILL)));
    }
}
