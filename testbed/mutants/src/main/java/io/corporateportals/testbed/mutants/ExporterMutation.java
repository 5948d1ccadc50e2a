package io.corporateportals.testbed.mutants;

import io.corporateportals.exporter.application.Clients;
import io.corporateportals.exporter.application.Ledger;
import io.corporateportals.exporter.application.PartitionLoop.Surroundings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts a mutant of the exporter's loop before its ledger and its clients. */
@AutoConfiguration
@ConditionalOnProperty("MUTANT")
@ConditionalOnClass(name = "io.corporateportals.exporter.application.PartitionLoop")
public class ExporterMutation {
    @Bean
    static BeanPostProcessor loops(
            ObjectProvider<PlatformTransactionManager> transactions, ObjectProvider<JdbcClient> jdbc) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (!(bean instanceof Surroundings honest)) return bean;
                return switch (Mutation.mutant()) {
                    case LEDGER_AFTER_COMMIT -> new LateLedger(honest.ledger(), transactions.getObject()).in(honest);
                    case PROFILE_OF_ENDED ->
                        with(honest, new TalkativeLedger(honest.ledger(), jdbc.getObject()), honest.clients());
                    case NO_TRANSACTIONS ->
                        with(honest, honest.ledger(), new OtherFeeds(honest.clients(), OneByOne::new));
                    case CURSOR_APART -> with(honest, honest.ledger(), new CursorsApart(honest.clients()));
                    default -> honest;
                };
            }
        };
    }

    static Surroundings with(Surroundings honest, Ledger ledger, Clients clients) {
        return new Surroundings(
                ledger,
                honest.parked(),
                honest.keeper(),
                honest.recovery(),
                clients,
                honest.observer(),
                honest.states(),
                honest.pace(),
                honest.steady());
    }
}
