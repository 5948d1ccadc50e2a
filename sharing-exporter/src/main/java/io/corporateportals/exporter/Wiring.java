package io.corporateportals.exporter;

import io.corporateportals.exporter.application.BlockedFeeds;
import io.corporateportals.exporter.application.FeedEnds;
import io.corporateportals.exporter.application.FeedKeeper;
import io.corporateportals.exporter.application.FeedRegister;
import io.corporateportals.exporter.application.FeedTopics;
import io.corporateportals.exporter.application.Ledger;
import io.corporateportals.exporter.application.Pace;
import io.corporateportals.exporter.application.ParkedFeeds;
import io.corporateportals.exporter.application.PartitionStates;
import io.corporateportals.exporter.application.Precondition;
import io.corporateportals.exporter.application.Publications;
import io.corporateportals.exporter.application.Recovery;
import io.corporateportals.exporter.application.SteadyClock;
import io.corporateportals.exporter.application.TopicsRead;
import io.corporateportals.exporter.jdbc.ClockCheck;
import io.corporateportals.exporter.jdbc.JdbcFeedRegister;
import io.corporateportals.exporter.jdbc.JdbcLedger;
import io.corporateportals.exporter.jdbc.JdbcParkedFeeds;
import io.corporateportals.exporter.jdbc.JdbcRecoveryRequests;
import io.corporateportals.exporter.jdbc.JdbcTopicsRead;
import io.corporateportals.exporter.model.Limits;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the parts together; what speaks Kafka is wired beside it. */
@Configuration(proxyBeanMethods = false)
class Wiring {
    @Bean
    @Primary
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SteadyClock steadyClock() {
        return new SteadyClock();
    }

    @Bean
    TopicsRead topicsRead(JdbcClient jdbc) {
        return new JdbcTopicsRead(jdbc);
    }

    @Bean
    Precondition clockCheck(JdbcClient jdbc, Clock clock, @Value("${exporter.clock-difference}") Duration limit) {
        return new ClockCheck(jdbc, clock, limit);
    }

    @Bean
    Startup startup(List<Precondition> preconditions) {
        return new Startup(preconditions);
    }

    @Bean
    Ledger ledger(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new JdbcLedger(jdbc, transactions);
    }

    @Bean
    ParkedFeeds parkedFeeds(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new JdbcParkedFeeds(jdbc, transactions);
    }

    @Bean
    FeedRegister feedRegister(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new JdbcFeedRegister(jdbc, transactions);
    }

    @Bean
    FeedKeeper feedKeeper(
            FeedRegister register,
            FeedTopics topics,
            ParkedFeeds parked,
            @Value("${exporter.heartbeat-every}") Duration heartbeatEvery,
            @Value("${exporter.park-after}") Duration parkAfter,
            SteadyClock steady) {
        return new FeedKeeper(register, topics, parked, new FeedKeeper.Times(heartbeatEvery, parkAfter, steady));
    }

    @Bean
    Recovery recovery(Ledger ledger, Publications publications, JdbcClient jdbc, Pace pace) {
        return new Recovery(ledger, publications, new JdbcRecoveryRequests(jdbc), pace);
    }

    @Bean
    PartitionStates partitionStates(Clock clock) {
        return new PartitionStates(clock);
    }

    @Bean
    Pace pace(
            @Value("${exporter.changes-at-once}") int changes,
            @Value("${exporter.records-at-once}") int records,
            @Value("${exporter.look-every}") Duration lookEvery,
            @Value("${exporter.retry-after}") Duration retryAfter,
            @Value("${exporter.park-after}") Duration parkAfter) {
        return new Pace(new Limits(changes, records), lookEvery, retryAfter, parkAfter);
    }

    @Bean
    BlockedFeeds blockedFeeds(
            FeedRegister register,
            FeedEnds ends,
            @Value("${exporter.held-up-for}") Duration heldUpFor,
            SteadyClock steady) {
        return new BlockedFeeds(register, ends, heldUpFor, steady);
    }

    @Bean(destroyMethod = "close")
    Chores chores(FeedKeeper keeper, BlockedFeeds blocked) {
        return new Chores(List.of(keeper::makeNew, keeper::beat, blocked::look));
    }
}
