package io.corporateportals.testbed.lms;

import java.util.List;
import java.util.Random;

/**
 * Who a learner is: made up, as the data has no names.
 *
 * @param number tells people of one name apart
 */
record Person(String given, String family, int number) {
    private static final List<String> MAIL_PROVIDERS = List.of(
            "gmail.com", "outlook.com", "gmx.de", "yahoo.com", "icloud.com", "proton.me", "web.de", "orange.fr");

    static Person madeUp(Names names, Random random) {
        return new Person(names.given(random), names.family(random), random.nextInt(100_000));
    }

    String name() {
        return given + " " + family;
    }

    Person renamed(Names names, Random random) {
        return new Person(given, family + "-" + names.family(random), number);
    }

    /** At work; some write their company's domain in capitals. */
    String addressAt(Company company, Random random) {
        String domain = company.domains().get(random.nextInt(company.domains().size()));
        if (company.story() == Company.Story.SUBSIDIARIES && random.nextBoolean()) domain = "sales." + domain;
        return localPart() + "@" + (random.nextInt(20) == 0 ? capitals(domain) : domain);
    }

    /** Another one of the same domain. */
    static String correction(String address) {
        return "x" + address;
    }

    /** At a mail provider of the real world. */
    String privateAddress(Random random) {
        return localPart() + "@" + MAIL_PROVIDERS.get(random.nextInt(MAIL_PROVIDERS.size()));
    }

    /** In a domain of the person's own, which is no portal's. */
    String freelanceAddress() {
        return "office@" + Names.ascii(family) + "-" + number + ".example";
    }

    private String localPart() {
        return Names.ascii(given) + "." + Names.ascii(family) + "." + number;
    }

    private static String capitals(String domain) {
        StringBuilder capitals = new StringBuilder();
        for (char letter : domain.toCharArray()) capitals.append(letter < 128 ? Character.toUpperCase(letter) : letter);
        return capitals.toString();
    }

    /** Without the name. */
    @Override
    public String toString() {
        return "Person";
    }
}
