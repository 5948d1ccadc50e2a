package io.corporateportals.operations.deadletters;

import io.corporateportals.contract.reading.RecordReader;
import io.corporateportals.operations.RunningSystem;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints a line a dead letter: nothing of what it says, but its type and its eventId. */
@Command(
        name = "list",
        description = "Prints a line for each: nothing of what it says but its type and eventId.%n",
        sortOptions = false,
        separator = " ")
final class ListCommand implements Callable<Integer> {
    private static final String LINE = "%-32s %-18s %-14s %-24s %-36s %s%n";

    @Mixin
    private RunningSystem system = new RunningSystem();

    private ListCommand() {}

    @Override
    public Integer call() {
        List<Letter> letters = new LetterBox(new WholeTopic(system), new RecordReader(system.registry())).letters();
        System.out.printf(LINE, "POSITION", "REASON", "FIELD", "TYPE", "EVENT", "SENT");
        for (Letter letter : letters)
            System.out.printf(
                    LINE,
                    letter.first(),
                    letter.why().reason(),
                    Objects.requireNonNullElse(letter.why().field(), "-"),
                    letter.type(),
                    letter.eventId(),
                    letter.why().sentAt());
        System.out.println("dead letters: " + letters.size());
        return 0;
    }
}
