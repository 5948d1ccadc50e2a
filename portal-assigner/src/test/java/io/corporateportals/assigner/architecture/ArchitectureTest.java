package io.corporateportals.assigner.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped classes keep every rule, and no rule is one that cannot be broken. */
class ArchitectureTest {
    private static final String ROOT = "io.corporateportals.assigner";
    private static final String PLANTED_ROOT = ROOT + ".architecture.planted";

    private static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(PLANTED_ROOT);

    static List<Rule> rules() {
        return Rule.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theShippedClassesKeep(Rule rule) {
        rule.in().apply(ROOT).check(SHIPPED);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void thePlantedClassesBreak(Rule rule) {
        assertThat(rule.planted()).isNotEmpty();
        assertThat(thoseWhoBreak(rule)).containsExactlyInAnyOrderElementsOf(rule.planted());
    }

    private static List<String> thoseWhoBreak(Rule rule) {
        List<String> violations = rule.in()
                .apply(PLANTED_ROOT)
                .evaluate(PLANTED)
                .getFailureReport()
                .getDetails();
        return PLANTED.stream()
                .filter(planted -> violations.stream().anyMatch(violation -> isBy(planted, violation)))
                .map(JavaClass::getSimpleName)
                .toList();
    }

    // a violation begins with who breaks the rule: Class <a.b.C>, Field <a.b.C.d>, Method <a.b.C.d()> and the like
    private static boolean isBy(JavaClass planted, String violation) {
        String culprit = violation.substring(violation.indexOf('<') + 1, violation.indexOf('>'));
        return culprit.equals(planted.getName()) || culprit.startsWith(planted.getName() + ".");
    }
}
