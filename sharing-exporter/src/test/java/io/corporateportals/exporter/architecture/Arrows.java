package io.corporateportals.exporter.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** model ← application ← { kafka, jdbc, web }, which do not know each other. */
final class Arrows {
    private final String root;

    Arrows(String root) {
        this.root = root;
    }

    ArchRule modelKnowsOnlyTheJdk() {
        return classes()
                .that()
                .resideInAPackage(root + ".model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(root + ".model..", "java..", "org.jspecify..");
    }

    ArchRule applicationKnowsOnlyTheModel() {
        return classes()
                .that()
                .resideInAPackage(root + ".application..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        root + ".application..", root + ".model..", "java..", "org.jspecify..", "org.slf4j..");
    }

    ArchRule kafkaKnowsNeitherJdbcNorWeb() {
        return strangers("kafka", "jdbc", "web");
    }

    ArchRule jdbcKnowsNeitherKafkaNorWeb() {
        return strangers("jdbc", "kafka", "web");
    }

    ArchRule webKnowsNeitherKafkaNorJdbc() {
        return strangers("web", "kafka", "jdbc");
    }

    private ArchRule strangers(String one, String another, String third) {
        return noClasses()
                .that()
                .resideInAPackage(root + "." + one + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + "." + another + "..", root + "." + third + "..");
    }
}
