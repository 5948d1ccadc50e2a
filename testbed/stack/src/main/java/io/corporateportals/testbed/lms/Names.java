package io.corporateportals.testbed.lms;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.datafaker.Faker;

/** Names that people and companies may get: given ones and family names, of several countries. */
record Names(List<String> given, List<String> families) {
    private static final List<Locale> COUNTRIES = Stream.of("en-GB", "de", "fr", "pl", "es")
            .map(Locale::forLanguageTag)
            .toList();
    private static final int OF_EACH_COUNTRY = 150;

    static Names madeUp(Seed seed) {
        return new Names(
                names(seed.random("given names"), faker -> faker.name().firstName()),
                names(seed.random("family names"), faker -> faker.name().lastName()));
    }

    private static List<String> names(Random random, Function<Faker, String> name) {
        return COUNTRIES.stream()
                .map(country -> new Faker(country, random))
                .flatMap(faker -> Stream.generate(() -> name.apply(faker)).limit(OF_EACH_COUNTRY))
                .toList();
    }

    String given(Random random) {
        return given.get(random.nextInt(given.size()));
    }

    String family(Random random) {
        return families.get(random.nextInt(families.size()));
    }

    /** As it can stand in an address or an id: a to z only. */
    static String ascii(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
    }
}
