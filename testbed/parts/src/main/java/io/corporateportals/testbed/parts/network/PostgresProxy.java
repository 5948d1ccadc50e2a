package io.corporateportals.testbed.parts.network;

import io.corporateportals.testbed.parts.machine.Port;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy before a PostgreSQL server, which can lose answers to COMMIT: the transaction counts, the client cannot know. */
public final class PostgresProxy extends Proxy {
    private final List<Plan> planned;

    private record Plan(String with, Drops drops) {
        private boolean takes(List<String> statements) {
            boolean meant = with.isEmpty() || statements.stream().anyMatch(statement -> statement.contains(with));
            return meant && drops.take();
        }
    }

    private PostgresProxy(String host, int serverPort, List<Plan> planned) {
        super(
                host,
                serverPort,
                Port.free(),
                () -> new PostgresConversation(
                        statements -> planned.stream().anyMatch(plan -> plan.takes(statements))));
        this.planned = planned;
    }

    /** A proxy to a server, on a free port. */
    public static PostgresProxy to(String host, int port) {
        PostgresProxy proxy = new PostgresProxy(host, port, new CopyOnWriteArrayList<>());
        proxy.open();
        return proxy;
    }

    /** The next {@code n} answers to a COMMIT, on whatever connection, are lost, each with its connection. */
    public Drops dropAnswersToCommit(int n) {
        return dropAnswersToCommit(n, "");
    }

    /**
     * The same for transactions that matter.
     *
     * @param with what one of the transaction's statements contains
     */
    public Drops dropAnswersToCommit(int n, String with) {
        Drops drops = new Drops(n);
        planned.add(new Plan(with, drops));
        return drops;
    }

    @Override
    public void heal() {
        planned.forEach(plan -> plan.drops().cancel());
        planned.clear();
        super.heal();
    }
}
