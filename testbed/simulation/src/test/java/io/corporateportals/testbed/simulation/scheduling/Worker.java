package io.corporateportals.testbed.simulation.scheduling;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread that lives the life of one actor after the other, and runs only while it has the baton. */
final class Worker extends Thread {
    private volatile boolean baton;
    private @Nullable Runnable life;

    private Worker() {
        super("actor");
        setDaemon(true);
    }

    /** Threads at rest; used by whoever has the baton. */
    static final class Pool {
        private final Deque<Worker> resting = new ArrayDeque<>();

        Worker forLife(Runnable life) {
            Worker worker = resting.poll();
            if (worker == null) {
                worker = new Worker();
                worker.start();
            }
            worker.life = life;
            return worker;
        }

        void rests(Worker worker) {
            resting.push(worker);
        }
    }

    void give() {
        baton = true;
        LockSupport.unpark(this);
    }

    void await() {
        while (!baton) LockSupport.park(this);
        baton = false;
    }

    @Override
    public void run() {
        while (true) {
            await();
            Runnable next = life;
            if (next != null) next.run();
        }
    }
}
