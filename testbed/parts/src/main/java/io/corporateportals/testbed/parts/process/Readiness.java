package io.corporateportals.testbed.parts.process;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits until a child answers. */
public final class Readiness {
    // long, for a machine with too much to do: a child that has ended is noticed at once
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long PAUSE_MS = 50;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A question to a child. */
    @FunctionalInterface
    public interface Question {
        /** Whether it is ready; an exception means not yet. */
        boolean ask() throws Exception;
    }

    private Readiness() {}

    /** Returns when the answer is yes; fails with the path of the log when the child ends or takes five minutes. */
    public static void await(Child child, Question question) {
        long end = System.nanoTime() + LIMIT.toNanos();
        Exception reason = null;
        while (System.nanoTime() < end) {
            if (!child.alive()) throw new CannotStart(child.name() + " ended while starting: see " + child.keepLog());
            try {
                if (question.ask()) return;
            } catch (InterruptedException interrupted) {
                throw interrupted(child, interrupted);
            } catch (Exception notYet) {
                reason = notYet;
            }
            pause(child);
        }
        throw giveUp(child, reason);
    }

    /** Returns when {@code url} answers with 200; fails as {@link #await} does. */
    public static void awaitHttp(Child child, String url) {
        HttpRequest question = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(5))
                .build();
        await(
                child,
                () -> HTTP.send(question, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200);
    }

    private static CannotStart giveUp(Child child, @Nullable Exception reason) {
        CannotStart late = new CannotStart(
                child.name() + " is not ready after " + LIMIT.toSeconds() + " s: see " + child.keepLog());
        if (reason != null) late.initCause(reason);
        return late;
    }

    private static void pause(Child child) {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException interrupted) {
            throw interrupted(child, interrupted);
        }
    }

    private static IllegalStateException interrupted(Child child, InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while " + child.name() + " was starting", interrupted);
    }
}
