package io.corporateportals.testbed.load;

import io.corporateportals.contract.AvroLimits;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsSettings;
import io.corporateportals.testbed.parts.process.CannotStart;
import io.corporateportals.testbed.stack.Terminal;
import io.corporateportals.testbed.watch.Stalled;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Option;

/** What every load is put on. */
final class Ground {
    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            description = "The most that each service gets, as -Xmx takes it (default: ${DEFAULT-VALUE}).",
            defaultValue = "256m")
    private String heap = "";

    /** Where a load is put, and where it says what came of it. */
    record Given(Parts parts, String heap, Terminal terminal, Report report) {}

    /** Runs it; returns the exit status. */
    int run(Consumer<Given> load) {
        Terminal terminal = Terminal.of("bin/load");
        // the serializer would print every schema that it looks up, and advice
        Logger.getLogger("").setLevel(Level.SEVERE);
        AvroLimits.set();
        terminal.say("starting broker, PostgreSQL and registry");
        try (Parts parts = Parts.start(PartsSettings.anywhere())) {
            Report report = new Report(System.out);
            load.accept(new Given(parts, heap, terminal, report));
            return report.isRight() ? 0 : 1;
        } catch (CannotStart | Stalled reason) {
            terminal.say(reason.getMessage());
            return 1;
        }
    }
}
