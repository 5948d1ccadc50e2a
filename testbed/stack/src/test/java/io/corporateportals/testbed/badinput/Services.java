package io.corporateportals.testbed.badinput;

import io.corporateportals.testbed.stack.Service;
import io.corporateportals.testbed.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the running services tell of themselves. */
final class Services {
    private static final String OUTCOMES = "_total\\{outcome=\"(\\w+)\"} ([0-9.E]+)";
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Stack stack;

    Services(Stack stack) {
        this.stack = stack;
    }

    /** How many records came to which end, by a metric of the assigner. */
    Map<String, Long> outcomes(String metric) throws Exception {
        Map<String, Long> outcomes = new TreeMap<>();
        Pattern.compile("(?m)^" + metric + OUTCOMES)
                .matcher(get(Service.ASSIGNER, "/actuator/prometheus"))
                .results()
                .forEach(found -> outcomes.put(found.group(1), (long) Double.parseDouble(found.group(2))));
        return outcomes;
    }

    /** What a service says of its health, as JSON. */
    String health(Service service) throws Exception {
        return get(service, "/actuator/health");
    }

    /** The bytes of all objects of a service that something refers to. */
    long reachable(Service service) throws Exception {
        long pid = stack.process(service).child().pid();
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process histogram = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        Matcher total = TOTAL.matcher(new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        if (!histogram.waitFor(1, TimeUnit.MINUTES) || !total.find())
            throw new IOException("no histogram of " + service.module());
        return Long.parseLong(total.group(1));
    }

    /** What the services, and all that they run on, have logged. */
    List<Path> logs() throws IOException {
        try (Stream<Path> logs = Files.list(stack.parts().data().logs())) {
            return logs.toList();
        }
    }

    private String get(Service service, String path) throws Exception {
        URI uri = URI.create(stack.process(service).url() + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }
}
