package io.corporateportals.exporter.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.corporateportals.exporter.SharingExporter;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArrowsTest {
    private static final String SERVICE = SharingExporter.class.getPackageName();
    private static final String PLANTED = ArrowsTest.class.getPackageName() + ".planted";
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(SERVICE);
    private static final JavaClasses WRONG = new ClassFileImporter().importPackages(PLANTED);

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("model", Arrows::modelKnowsOnlyTheJdk),
                rule("application", Arrows::applicationKnowsOnlyTheModel),
                rule("kafka", Arrows::kafkaKnowsNeitherJdbcNorWeb),
                rule("jdbc", Arrows::jdbcKnowsNeitherKafkaNorWeb),
                rule("web", Arrows::webKnowsNeitherKafkaNorJdbc));
    }

    private static Arguments rule(String of, Function<Arrows, ArchRule> rule) {
        return Arguments.of(of, rule);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holdsInTheService(String of, Function<Arrows, ArchRule> rule) {
        rule.apply(new Arrows(SERVICE)).check(OURS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void isSeenToBreakWherePlanted(String of, Function<Arrows, ArchRule> rule) {
        assertThatThrownBy(() -> rule.apply(new Arrows(PLANTED)).check(WRONG))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(PLANTED + "." + of);
    }
}
