package io.corporateportals.testbed.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArrowsTest {
    private static final String TESTBED = "io.corporateportals.testbed";
    private static final String PLANTED = ArrowsTest.class.getPackageName() + ".planted";
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(TESTBED);
    private static final JavaClasses WRONG = new ClassFileImporter().importPackages(PLANTED);

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("oracle", Arrows::oracleKnowsNobody),
                rule("lms", Arrows::lmsKnowsNeitherDemoNorOracle),
                rule("stack", Arrows::stackKnowsNobodyWhoDrivesIt),
                rule("watch", Arrows::watchKnowsNobodyWhoDrivesIt));
    }

    private static Arguments rule(String of, Function<Arrows, ArchRule> rule) {
        return Arguments.of(of, rule);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holdsInTheTestbed(String of, Function<Arrows, ArchRule> rule) {
        rule.apply(new Arrows(TESTBED)).check(OURS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void isSeenToBreakWherePlanted(String of, Function<Arrows, ArchRule> rule) {
        assertThatThrownBy(() -> rule.apply(new Arrows(PLANTED)).check(WRONG))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(PLANTED + "." + of);
    }
}
