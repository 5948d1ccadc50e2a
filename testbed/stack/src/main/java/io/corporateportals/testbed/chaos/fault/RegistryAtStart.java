package io.corporateportals.testbed.chaos.fault;

import io.corporateportals.testbed.parts.network.Proxy;
import io.corporateportals.testbed.stack.ServiceProcess;
import io.corporateportals.testbed.watch.Pause;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Bad connections to the registry while an instance starts: one that runs has asked for what it needs. */
final class RegistryAtStart implements Fault {
    private static final Duration AWAY = Duration.ofSeconds(1);
    private static final long LONGER_MILLIS = 2000;

    private final String how;
    private final Proxy registry;
    private final Consumer<Proxy> making;
    private final Supplier<ServiceProcess> drawn;
    private @Nullable ServiceProcess starting;
    private boolean struck;

    /**
     * Makes connections bad in one way.
     *
     * @param drawn gives the instance that starts, when it happens
     */
    RegistryAtStart(String how, Proxy registry, Consumer<Proxy> making, Supplier<ServiceProcess> drawn) {
        this.how = how;
        this.registry = registry;
        this.making = making;
        this.drawn = drawn;
    }

    @Override
    public String kind() {
        return "connections to registry " + how;
    }

    @Override
    public Needs needs() {
        return Needs.SURROUNDINGS;
    }

    @Override
    public Duration lasts() {
        return AWAY;
    }

    @Override
    public void inject() {
        making.accept(registry);
        starting = drawn.get();
        starting.child().kill();
    }

    @Override
    public void heal() {
        if (starting == null) return;
        // what happens beside it may have healed the registry, or have hit the same instance and have started it again
        making.accept(registry);
        struck = !starting.child().alive();
        if (struck) starting.child().start();
        else starting.child().resume();
        // it gets ready without the registry, and reads what it can
        starting.awaitReady();
        Pause.millis(LONGER_MILLIS);
        registry.heal();
    }

    @Override
    public boolean struck() {
        return struck;
    }
}
