package io.corporateportals.exporter;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Learners of one portal who log in one after the other, and leave it now and then, until they are told to stop. */
final class Traffic implements AutoCloseable {
    private static final int LEARNERS = 12;
    private static final int LEAVES_EVERY = 17;

    private final World world;
    private final Map<String, UUID> refs = new ConcurrentHashMap<>();
    private final Map<String, String> live = new ConcurrentHashMap<>();
    private final AtomicInteger events = new AtomicInteger();
    private final Thread thread = new Thread(this::run, "traffic");
    private volatile boolean over;

    private Traffic(World world) {
        this.world = world;
    }

    static Traffic begin(World world, String portal) {
        Traffic traffic = new Traffic(world);
        for (String user : users()) {
            UUID ref = world.member(user, portal);
            traffic.refs.put(user, ref);
            traffic.live.put(ref.toString(), "SharedLearner");
        }
        traffic.thread.start();
        return traffic;
    }

    private static List<String> users() {
        return IntStream.range(0, LEARNERS).mapToObj(n -> "learner" + n).toList();
    }

    private void run() {
        List<String> users = users();
        while (!over) {
            int n = events.incrementAndGet();
            String user = users.get(n % users.size());
            if (n % LEAVES_EVERY == 0) leaves(user);
            else logsIn(user);
        }
    }

    private void logsIn(String user) {
        UUID event = world.logsIn(user);
        UUID ref = refs.get(user);
        if (ref != null) live.put(ref + "/" + event, "SharedActivity");
    }

    private void leaves(String user) {
        UUID ref = refs.remove(user);
        if (ref == null) return;
        world.leaves(user, ref);
        live.keySet().removeIf(key -> key.startsWith(ref.toString()));
        live.put(ref.toString(), "SharingEnded");
    }

    /** How much has happened so far. */
    int events() {
        return events.get();
    }

    /** What the portal's feed must hold in the end. */
    Map<String, String> live() {
        return Map.copyOf(live);
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
