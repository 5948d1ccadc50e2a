package io.corporateportals.testbed.chaos.fault;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.network.KafkaRequest;
import io.corporateportals.testbed.parts.network.Network;
import io.corporateportals.testbed.parts.network.Proxy;
import io.corporateportals.testbed.parts.process.Child;
import io.corporateportals.testbed.stack.Service;
import io.corporateportals.testbed.stack.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Every fault that there is, made for one fleet. */
public final class Faults {
    /** More than the sessions and transactions of {@link Fleet} last. */
    private static final Duration PAUSE = Duration.ofSeconds(8);

    private static final Duration OUTAGE = Duration.ofSeconds(2);
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration SLOW = Duration.ofMillis(60);
    private static final int ANSWERS = 3;

    private final Fleet fleet;
    private final Parts parts;
    private final Random random;

    /** Which instance and which portal it hits follows from {@code random}. */
    public Faults(Fleet fleet, Random random) {
        this.fleet = fleet;
        this.parts = fleet.parts();
        this.random = random;
    }

    /** One of each kind that breaks off what is under way, for good: what a service has begun, another must end. */
    public List<Fault> sudden() {
        List<Fault> sudden = new ArrayList<>();
        for (Service service : Service.values()) sudden.add(killed(service));
        sudden.add(killed("broker", parts.broker().child(), parts.broker()::restart));
        sudden.add(killed("PostgreSQL", parts.postgres().child(), parts.postgres()::restart));
        sudden.add(cut("broker", parts.network().broker()));
        sudden.add(cut("PostgreSQL", parts.network().postgres()));
        return sudden;
    }

    /** One of each kind, in an order of their own. */
    public List<Fault> all() {
        List<Fault> all = sudden();
        for (Service service : Service.values()) {
            all.add(stopped(service));
            all.add(paused(service));
            all.add(clockJumps(service));
        }
        // it starts only where its PostgreSQL is there
        all.add(new Timed(
                "registry killed",
                Fault.Needs.SURROUNDINGS,
                OUTAGE,
                parts.registry().child()::kill,
                parts.registry()::restart));
        all.add(alone("rolling restart", SHORT, this::restartAll, () -> {}));
        Network network = parts.network();
        bad(all, "broker", network.broker());
        bad(all, "PostgreSQL", network.postgres());
        all.add(new RegistryAtStart("half-open", network.registry(), Proxy::halfOpen, this::anyInstance));
        all.add(new RegistryAtStart("slow", network.registry(), proxy -> proxy.delay(SLOW), this::anyInstance));
        for (KafkaRequest request : KafkaRequest.values())
            all.add(new LostAnswers(
                    words(request),
                    () -> network.broker().dropAnswers(request, ANSWERS),
                    network.broker()::heal,
                    // only who takes a partition over asks
                    request == KafkaRequest.INIT_PRODUCER_ID ? stopped(Service.EXPORTER) : null));
        all.add(new LostAnswers(
                "COMMIT", () -> network.postgres().dropAnswersToCommit(ANSWERS), network.postgres()::heal, null));
        all.add(timed(
                "PostgreSQL refuses connections",
                LONG,
                () -> {
                    network.postgres().refuse();
                    network.postgres().cut();
                },
                network.postgres()::heal));
        all.add(timed("connections to PostgreSQL forgotten", SHORT, network.postgres()::forget, () -> {}));
        all.add(new OutOfConnections(parts.portals()));
        all.add(new GroupReset(fleet));
        all.add(alone("one more exporter comes and goes", LONG, this::oneMoreExporter, this::oneLessExporter));
        all.add(new ForbiddenFeed(fleet, random));
        all.add(new DeletedFeed(fleet, random));
        return all;
    }

    private static Fault cut(String to, Proxy proxy) {
        return timed("connections to " + to + " cut", SHORT, proxy::cut, () -> {});
    }

    private static void bad(List<Fault> all, String to, Proxy proxy) {
        all.add(timed("connections to " + to + " half-open", LONG, proxy::halfOpen, proxy::heal));
        all.add(timed("connections to " + to + " slow", LONG, () -> proxy.delay(SLOW), proxy::heal));
    }

    private Fault killed(Service service) {
        return new OfInstance(
                words(service) + " killed", OUTAGE, service, one -> one.child().kill());
    }

    private Fault stopped(Service service) {
        return new OfInstance(
                words(service) + " stopped", OUTAGE, service, one -> one.child().stopInGoodOrder());
    }

    private Fault paused(Service service) {
        return new OfInstance(
                words(service) + " paused", PAUSE, service, one -> one.child().pause());
    }

    private Fault clockJumps(Service service) {
        AtomicInteger which = new AtomicInteger();
        return timed(
                "clock of " + words(service) + " jumps",
                LONG,
                () -> {
                    which.set(random.nextInt(fleet.of(service).size()));
                    long hours = random.nextInt(1, 6);
                    fleet.setClock(
                            service, which.get(), TimeUnit.HOURS.toSeconds(random.nextBoolean() ? hours : -hours));
                },
                () -> fleet.setClock(service, which.get(), 0));
    }

    private static Fault killed(String what, Child child, Runnable restart) {
        return timed(what + " killed", OUTAGE, child::kill, restart);
    }

    private static Fault timed(String kind, Duration lasts, Runnable making, Runnable mending) {
        return new Timed(kind, Fault.Needs.NOTHING, lasts, making, mending);
    }

    private static Fault alone(String kind, Duration lasts, Runnable making, Runnable mending) {
        return new Timed(kind, Fault.Needs.EVERYTHING, lasts, making, mending);
    }

    private void restartAll() {
        for (Service service : Service.values())
            for (ServiceProcess one : fleet.of(service)) {
                one.child().stopInGoodOrder();
                one.restart();
            }
    }

    private void oneMoreExporter() {
        fleet.add(Service.EXPORTER).awaitReady();
    }

    private void oneLessExporter() {
        List<ServiceProcess> all = fleet.of(Service.EXPORTER);
        all.remove(all.size() - 1).child().stopInGoodOrder();
    }

    private ServiceProcess anyInstance() {
        List<ServiceProcess> all = new ArrayList<>();
        for (Service service : Service.values()) all.addAll(fleet.of(service));
        return all.get(random.nextInt(all.size()));
    }

    private static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A fault of one instance, drawn when it happens. */
    private final class OfInstance implements Fault {
        private final String kind;
        private final Duration lasts;
        private final Service service;
        private final Consumer<ServiceProcess> breaking;
        private int which;

        private OfInstance(String kind, Duration lasts, Service service, Consumer<ServiceProcess> breaking) {
            this.kind = kind;
            this.lasts = lasts;
            this.service = service;
            this.breaking = breaking;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Needs needs() {
            return Needs.SURROUNDINGS;
        }

        @Override
        public Duration lasts() {
            return lasts;
        }

        @Override
        public void inject() {
            which = random.nextInt(fleet.of(service).size());
            breaking.accept(fleet.of(service).get(which));
        }

        @Override
        public void heal() {
            ServiceProcess broken = fleet.of(service).get(which);
            if (broken.child().alive()) broken.child().resume();
            else broken.restart();
        }
    }

    /** A fault that two calls make and mend. */
    private record Timed(String kind, Needs needs, Duration lasts, Runnable making, Runnable mending) implements Fault {
        @Override
        public void inject() {
            making.run();
        }

        @Override
        public void heal() {
            mending.run();
        }
    }
}
