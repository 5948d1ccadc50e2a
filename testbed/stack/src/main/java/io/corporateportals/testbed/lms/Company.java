package io.corporateportals.testbed.lms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A made-up company.
 *
 * @param id its portal's, if it has one
 * @param domains where its people have their addresses, as they write them
 */
record Company(String id, String name, List<String> domains, Story story) {
    /** What happens to the company's portal. */
    enum Story {
        PLAIN(5, 10, "NL"),
        /** People write from sub-domains too. */
        SUBSIDIARIES(1, 6, "IT"),
        /** The domain is not ASCII. */
        UMLAUT(1, 4, "DE"),
        WITHOUT_AGREEMENT(1, 4, "FR"),
        SIGNS_LATER(1, 4, "ES"),
        SUSPENDED_FOR_A_WHILE(1, 4, "IE"),
        ABROAD(1, 4, "US"),
        ABROAD_WITH_SAFEGUARD(1, 4, "US"),
        CLOSES(1, 4, "SE"),
        ARRIVES_LATER(2, 6, "PL"),
        /** Claims a mail provider's domain and another company's beside its own. */
        CLAIMS_TOO_MUCH(1, 4, "AT"),
        WITHOUT_PORTAL(2, 3, "BE");

        private final int companies;
        private final int weight;
        private final String country;

        Story(int companies, int weight, String country) {
            this.companies = companies;
            this.weight = weight;
            this.country = country;
        }

        int companies() {
            return companies;
        }

        /** How many of the learners work for each of the companies, in proportion to the others. */
        int weight() {
            return weight;
        }

        String country() {
            return country;
        }
    }

    /** The host of its portal. */
    String host() {
        return id + ".university.example";
    }

    /** Where its people register; null where it has no portal. */
    @Nullable
    String registrationUrl() {
        return story == Story.WITHOUT_PORTAL ? null : "https://" + host() + "/register?from=mail";
    }
}
