package io.corporateportals.testbed.lms;

import io.corporateportals.testbed.lms.Company.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** All companies of a seed. */
record Companies(List<Company> all) {
    private static final List<String> TRADES = List.of(
            "Logistics", "Energy", "Foods", "Robotics", "Insurance", "Rail", "Textiles", "Media", "Clinics", "Timber");

    static Companies madeUp(Seed seed, Names names) {
        Random random = seed.random("companies");
        List<Company> companies = new ArrayList<>();
        Set<String> taken = new TreeSet<>();
        for (Story story : Story.values()) {
            for (int i = 0; i < story.companies(); i++) {
                String family = names.family(random);
                String id = Names.ascii(family);
                while (id.length() < 3 || !taken.add(id)) {
                    family = names.family(random);
                    id = Names.ascii(family);
                }
                String trade = TRADES.get(random.nextInt(TRADES.size()));
                companies.add(new Company(id, family + " " + trade, domains(id, story), story));
            }
        }
        return new Companies(List.copyOf(companies));
    }

    private static List<String> domains(String id, Story story) {
        return switch (story) {
            case UMLAUT -> List.of("grün-" + id + ".example");
            case PLAIN -> List.of(id + ".example", id + "-group.example");
            default -> List.of(id + ".example");
        };
    }

    /** The employer of somebody. */
    Company any(Random random) {
        int left = random.nextInt(
                all.stream().mapToInt(company -> company.story().weight()).sum());
        for (Company company : all) {
            left -= company.story().weight();
            if (left < 0) return company;
        }
        throw new IllegalStateException("no companies");
    }

    /** Another employer. */
    Company otherThan(Company company, Random random) {
        Company other = any(random);
        while (other.equals(company)) other = any(random);
        return other;
    }

    Company first(Story story) {
        return all.stream()
                .filter(company -> company.story() == story)
                .findFirst()
                .orElseThrow();
    }
}
