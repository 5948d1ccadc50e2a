package io.corporateportals.testbed.stack;

import java.util.concurrent.TimeUnit;

/** Notices that the process that started this one has gone, for nobody would be left to end the stack. */
final class StarterWatch {
    /** The system property with the starter's process id; the script knows it before this JVM is there. */
    private static final String PROPERTY = "corporateportals.starter";

    /** The starter of what nobody waits for, such as a service of the system: it never goes. */
    private static final long INIT = 1;

    private StarterWatch() {}

    /** Ends this JVM in order when the starter of {@code command} has gone. */
    static void begin(String command) {
        long starter = Long.getLong(PROPERTY, INIT);
        if (starter <= INIT) return;
        Thread watch = new Thread(() -> exitWithout(starter, command), "starter-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void exitWithout(long starter, String command) {
        while (isParent(starter)) {
            try {
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        System.err.println(command + ": the process that started it has gone; stopping");
        System.exit(1);
    }

    private static boolean isParent(long starter) {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(INIT) == starter;
    }
}
