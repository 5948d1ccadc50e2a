package io.corporateportals.operations.deadletters;

import io.corporateportals.contract.Topics;
import io.corporateportals.contract.deadletter.LogPosition;
import io.corporateportals.contract.reading.Reading.Understood;
import io.corporateportals.contract.reading.Reason;
import io.corporateportals.contract.reading.RecordReader;
import io.corporateportals.operations.CannotGoOn;
import io.corporateportals.operations.RunningSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Sends again what reads now and overtakes nothing. */
@Command(
        name = "replay",
        description = {
            "Sends records again, unless they still cannot be read or would overtake something.%n",
            "They go to the topic that they came from, under the same key, with the same eventId; headers tell where they"
                    + " stood first. An identity record is refused once a later one of that learner was applied. What was"
                    + " applied already changes nothing, so the same may be replayed twice.%n"
        },
        sortOptions = false,
        separator = " ")
final class ReplayCommand implements Callable<Integer> {
    private static final Duration ASKED_IN_VAIN = Duration.ofSeconds(15);

    @ArgGroup(multiplicity = "1")
    private Choice choice = new Choice();

    @Option(names = "--dry-run", description = "Says what would be done, and sends nothing.")
    private boolean dryRun;

    @Mixin
    private RunningSystem system = new RunningSystem();

    private ReplayCommand() {}

    /** Which letters. */
    static final class Choice {
        @Option(
                names = "--at",
                paramLabel = "POSITION",
                converter = Position.class,
                description = "Those that stood there first, as list prints it; repeatable.")
        private List<LogPosition> positions = new ArrayList<>();

        @Option(names = "--reason", paramLabel = "REASON", description = "Those set aside for this reason; repeatable.")
        private List<String> reasons = new ArrayList<>();

        @Option(names = "--all", description = "All of them.")
        private boolean all;

        List<Letter> of(List<Letter> letters) {
            Set<LogPosition> wanted = new TreeSet<>(positions);
            List<Letter> chosen = letters.stream()
                    .filter(letter -> all
                            || wanted.contains(letter.first())
                            || reasons.contains(letter.why().reason()))
                    .toList();
            chosen.forEach(letter -> wanted.remove(letter.first()));
            if (!wanted.isEmpty())
                throw new CannotGoOn("no dead letter stood at "
                        + wanted.iterator().next() + ": bin/dead-letters list shows where they stood");
            return chosen;
        }
    }

    @Override
    public Integer call() {
        WholeTopic topics = new WholeTopic(system);
        RecordReader reader = new RecordReader(system.registry());
        List<Letter> all = new LetterBox(topics, reader).letters();
        List<Letter> chosen = choice.of(all);
        Judging judging = new Judging(
                all,
                new PublishedHeard(system).of(keysIn(chosen, Topics.USER_EVENTS.name())),
                keysIn(chosen, Topics.PORTAL_EVENTS.name()).isEmpty()
                        ? Map.of()
                        : new PortalsSaid(topics, reader).last());
        carryOut(chosen, judging);
        return 0;
    }

    private void carryOut(List<Letter> chosen, Judging judging) {
        Map<Verdict, Integer> sums = new EnumMap<>(Verdict.class);
        List<Letter> replayed = new ArrayList<>();
        for (Letter letter : chosen) {
            Verdict verdict = judging.judge(letter);
            sums.merge(verdict, 1, Integer::sum);
            if (verdict == Verdict.REPLAY) replayed.add(letter);
            System.out.println(letter.first() + " " + letter.type() + ": " + verdict.sentence());
        }
        if (!dryRun && !replayed.isEmpty()) {
            letTheServicesAskAgain(replayed);
            try (FrontDoor door = new FrontDoor(system)) {
                door.send(replayed);
            }
        }
        String sent = (dryRun ? "would be replayed: " : "replayed: ") + replayed.size();
        sums.remove(Verdict.REPLAY);
        System.out.println(sums.entrySet().stream()
                .map(sum -> ", " + sum.getKey().word() + ": " + sum.getValue())
                .collect(Collectors.joining("", sent, "")));
    }

    private static Set<String> keysIn(List<Letter> letters, String topic) {
        return letters.stream()
                .filter(letter -> letter.first().topic().equals(topic))
                .map(Letter::reading)
                .filter(Understood.class::isInstance)
                .map(reading -> ((Understood) reading).key())
                .collect(Collectors.toSet());
    }

    // A service that has just asked for a schema in vain does not ask again for ten seconds.
    private static void letTheServicesAskAgain(List<Letter> letters) {
        Instant again = letters.stream()
                .filter(letter -> letter.why().reason().equals(Reason.SCHEMA_UNKNOWN.name()))
                .map(letter -> letter.setAsideAt().plus(ASKED_IN_VAIN))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        long millis = Duration.between(Instant.now(), again).toMillis();
        if (millis <= 0) return;
        System.err.println("bin/dead-letters: waiting until the services ask the registry again");
        try {
            TimeUnit.MILLISECONDS.sleep(Math.min(millis, ASKED_IN_VAIN.toMillis()));
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new CannotGoOn("interrupted; nothing was sent");
        }
    }

    /** Reads a position. */
    static final class Position implements ITypeConverter<LogPosition> {
        @Override
        public LogPosition convert(String text) {
            try {
                return LogPosition.parse(text);
            } catch (IllegalArgumentException fault) {
                throw new TypeConversionException(Objects.requireNonNull(fault.getMessage()));
            }
        }
    }
}
