package io.corporateportals.assigner.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A rule of the architecture, and the planted classes that break it.
 *
 * @param in the rule for the packages below a root
 * @param planted simple names
 */
record Rule(String sentence, Function<String, ArchRule> in, List<String> planted) {
    private Rule(String sentence, Function<String, ArchRule> in, String... planted) {
        this(sentence, in, List.of(planted));
    }

    static List<Rule> all() {
        return List.of(
                new Rule(
                        "model knows values of the JDK only",
                        root -> classes()
                                .that()
                                .resideInAPackage(root + ".model..")
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(
                                        "java.lang..",
                                        "java.time..",
                                        "java.util..",
                                        "org.jspecify.annotations..",
                                        root + ".model.."),
                        "ModelThatKnowsSpring",
                        "ModelThatReadsFiles"),
                new Rule(
                        "application knows the model and no technology",
                        root -> classes()
                                .that()
                                .resideInAPackage(root + ".application..")
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(
                                        "java.lang..",
                                        "java.time..",
                                        "java.util..",
                                        "io.micrometer.core.instrument..",
                                        "org.jspecify.annotations..",
                                        "org.slf4j..",
                                        "org.springframework.beans.factory.annotation..",
                                        "org.springframework.context",
                                        "org.springframework.stereotype..",
                                        "org.springframework.transaction..",
                                        root + ".application..",
                                        root + ".model.."),
                        "ApplicationThatKnowsJdbc",
                        "ApplicationThatKnowsAddress",
                        "ApplicationThatKnowsSql"),
                new Rule(
                        "address knows the model only",
                        root -> noClasses()
                                .that()
                                .resideInAPackage(root + ".address..")
                                .should()
                                .dependOnClassesThat(resideInAPackage(root + "..")
                                        .and(resideOutsideOfPackages(root + ".address..", root + ".model.."))),
                        "AddressThatKnowsPolicy"),
                new Rule(
                        "adapters do not know each other",
                        root -> CompositeArchRule.of(strangers(root, "jdbc", "kafka", "policy"))
                                .and(strangers(root, "kafka", "jdbc", "policy"))
                                .and(strangers(root, "policy", "jdbc", "kafka")),
                        "JdbcThatKnowsKafka",
                        "KafkaThatKnowsPolicy",
                        "PolicyThatKnowsJdbc"),
                new Rule(
                        "every package has its place",
                        root -> classes()
                                .should()
                                .resideInAnyPackage(
                                        root,
                                        root + ".address..",
                                        root + ".application..",
                                        root + ".jdbc..",
                                        root + ".kafka..",
                                        root + ".model..",
                                        root + ".policy.."),
                        "Homeless",
                        "package-info"),
                new Rule(
                        "collaborators come through the constructor",
                        root -> GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION,
                        "FieldInjected"),
                new Rule(
                        "nobody uses Java's own IDN",
                        root -> noClasses()
                                .should()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName("java.net.IDN")
                                .because("it maps some domains to other ones, such as straße.de to strasse.de"),
                        "JavasOwnIdn"),
                new Rule(
                        "nobody uses Java's own logging",
                        root -> GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING,
                        "JavasOwnLogging"),
                new Rule(
                        "nobody prints",
                        root -> GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS,
                        "Printing"));
    }

    @Override
    public String toString() {
        return sentence;
    }

    private static ArchRule strangers(String root, String adapter, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(root + "." + adapter + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(others)
                        .map(other -> root + "." + other + "..")
                        .toArray(String[]::new));
    }
}
