package io.corporateportals.testbed.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** stack and lms ← demo → oracle; the oracle knows nobody, or it would believe what it is to check. */
final class Arrows {
    private final String root;

    Arrows(String root) {
        this.root = root;
    }

    ArchRule oracleKnowsNobody() {
        return classes()
                .that()
                .resideInAPackage(root + ".oracle..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        root + ".oracle..", "java..", "org.jspecify..", "org.apache.avro..", "com.fasterxml.jackson..");
    }

    ArchRule lmsKnowsNeitherDemoNorOracle() {
        return strangers("lms", "demo", "oracle", "watch", "chaos", "load");
    }

    ArchRule stackKnowsNobodyWhoDrivesIt() {
        return strangers("stack", "lms", "demo", "watch", "chaos", "load");
    }

    ArchRule watchKnowsNobodyWhoDrivesIt() {
        return strangers("watch", "demo", "chaos", "load", "stack");
    }

    private ArchRule strangers(String one, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(root + "." + one + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Arrays.stream(others)
                        .map(other -> root + "." + other + "..")
                        .toArray(String[]::new));
    }
}
