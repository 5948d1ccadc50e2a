package io.corporateportals.testbed.demo;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.lms.Emitter;
import io.corporateportals.testbed.lms.Replay;
import io.corporateportals.testbed.oracle.Oracle;
import io.corporateportals.testbed.oracle.WireFormat;
import io.corporateportals.testbed.watch.Announced;
import io.corporateportals.testbed.watch.LogReader;
import io.corporateportals.testbed.watch.Patience;
import io.corporateportals.testbed.watch.Processing;
import io.corporateportals.testbed.watch.ProgressBar;
import java.util.function.Supplier;
import org.apache.kafka.common.IsolationLevel;
import org.jspecify.annotations.Nullable;

/** Shows a replay to the system that runs at these addresses, and what came of it. */
record Showing(String bootstrap, String registryUrl, String jdbcUrl) {
    private static final String POLICY_VERSION = "1";

    /**
     * Returns when everything is processed and compared.
     *
     * @param fault why there is no use in waiting any longer; null as long as there is
     */
    Outcome of(Replay replay, Supplier<@Nullable String> fault) {
        LogReader reader = new LogReader(bootstrap, new WireFormat(registryUrl));
        Announced announced = replay(replay, reader, fault);
        System.err.println("bin/demo: reading all feeds");
        Oracle oracle = new Oracle(
                reader.read(Topics.USER_EVENTS.name(), IsolationLevel.READ_COMMITTED),
                reader.read(Topics.PORTAL_EVENTS.name(), IsolationLevel.READ_COMMITTED),
                announced.assignments(),
                POLICY_VERSION);
        return Outcome.of(oracle, reader.feeds(), announced.refusals());
    }

    private Announced replay(Replay replay, LogReader reader, Supplier<@Nullable String> fault) {
        ProgressBar bar = new ProgressBar("events processed", replay.userEvents());
        try (Processing processing = new Processing(bootstrap, jdbcUrl);
                Announced announced = new Announced(reader);
                Emitter emitter = new Emitter(bootstrap, registryUrl)) {
            new Run(processing, announced, new Patience(fault), bar).complete(replay, emitter);
            return announced;
        }
    }
}
