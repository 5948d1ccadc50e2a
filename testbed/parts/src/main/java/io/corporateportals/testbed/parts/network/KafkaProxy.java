package io.corporateportals.testbed.parts.network;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A proxy before a Kafka broker, which can lose answers to chosen requests. */
public final class KafkaProxy extends Proxy {
    private final Map<Integer, Drops> planned;

    private KafkaProxy(String host, int serverPort, int port, Map<Integer, Drops> planned) {
        super(host, serverPort, port, () -> new KafkaConversation(apiKey -> isLost(planned.get(apiKey))));
        this.planned = planned;
    }

    /**
     * A proxy to a broker's listener.
     *
     * @param port where clients find it: what that listener advertises, or they leave for the broker itself
     */
    public static KafkaProxy to(String host, int serverPort, int port) {
        KafkaProxy proxy = new KafkaProxy(host, serverPort, port, new ConcurrentHashMap<>());
        proxy.open();
        return proxy;
    }

    /** The next {@code n} answers to such requests, on whatever connection, are lost, each with its connection. */
    public Drops dropAnswers(KafkaRequest to, int n) {
        Drops drops = new Drops(n);
        Drops before = planned.put(to.apiKey(), drops);
        if (before != null) before.cancel();
        return drops;
    }

    @Override
    public void heal() {
        planned.values().forEach(Drops::cancel);
        super.heal();
    }

    private static boolean isLost(@Nullable Drops drops) {
        return drops != null && drops.take();
    }
}
