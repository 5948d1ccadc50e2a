package io.corporateportals.testbed.lms;

import io.corporateportals.contract.Topics;
import io.corporateportals.lms.PortalCreated;
import io.corporateportals.lms.PortalDeleted;
import io.corporateportals.lms.PortalUpdated;
import io.corporateportals.lms.TransferSafeguard;
import io.corporateportals.testbed.lms.Company.Story;
import java.net.IDN;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What the LMS tells of the companies' portals. */
final class PortalScript {
    private static final Duration BEFORE_THE_DATA = Duration.ofDays(90);

    private final Seed seed;
    private final Companies companies;
    private final Timeline timeline;
    private final List<LmsEvent> events = new ArrayList<>();

    private PortalScript(Seed seed, Companies companies, Timeline timeline) {
        this.seed = seed;
        this.companies = companies;
        this.timeline = timeline;
    }

    static List<LmsEvent> of(Seed seed, Companies companies, Timeline timeline) {
        PortalScript script = new PortalScript(seed, companies, timeline);
        int arrived = 0;
        for (Company company : companies.all()) {
            if (company.story() == Story.ARRIVES_LATER) arrived++;
            script.tell(company, arrived);
        }
        return script.events;
    }

    private void tell(Company company, int arrived) {
        Instant early = timeline.begin().minus(BEFORE_THE_DATA);
        switch (company.story()) {
            case WITHOUT_PORTAL -> {}
            case WITHOUT_AGREEMENT -> created(company, early, null);
            case SIGNS_LATER -> {
                created(company, early, null);
                updated(company, timeline.at(0.5), timeline.at(0.5), false);
            }
            case SUSPENDED_FOR_A_WHILE -> {
                created(company, early, early);
                updated(company, timeline.at(0.4), early, true);
                updated(company, timeline.at(0.55), early, false);
            }
            case CLOSES -> {
                created(company, early, early);
                deleted(company, timeline.at(0.65));
            }
            case ARRIVES_LATER -> created(company, timeline.at(0.25 * arrived), timeline.at(0.2));
            case CLAIMS_TOO_MUCH -> created(company, timeline.at(0.4), early);
            default -> created(company, early, early);
        }
    }

    private void created(Company company, Instant at, @Nullable Instant agreement) {
        Story story = company.story();
        tell(
                company,
                at,
                new PortalCreated(
                        id(company, at),
                        company.id(),
                        at,
                        company.name(),
                        company.host(),
                        claims(company),
                        story == Story.SUBSIDIARIES,
                        story.country(),
                        agreement,
                        safeguard(story),
                        false));
    }

    private void updated(Company company, Instant at, @Nullable Instant agreement, boolean suspended) {
        Story story = company.story();
        tell(
                company,
                at,
                new PortalUpdated(
                        id(company, at),
                        company.id(),
                        at,
                        company.name(),
                        company.host(),
                        claims(company),
                        story == Story.SUBSIDIARIES,
                        story.country(),
                        agreement,
                        safeguard(story),
                        suspended));
    }

    private void deleted(Company company, Instant at) {
        tell(company, at, new PortalDeleted(id(company, at), company.id(), at));
    }

    private void tell(Company company, Instant at, SpecificRecord record) {
        events.add(new LmsEvent(Topics.PORTAL_EVENTS, company.id(), at, record));
    }

    private String id(Company company, Instant at) {
        return seed.id(company.id() + " " + at).toString();
    }

    // java.net.IDN knows ü; ß, which it gets wrong, is in no made-up name
    private List<String> claims(Company company) {
        List<String> claims = new ArrayList<>(company.domains());
        claims.replaceAll(IDN::toASCII);
        if (company.story() == Story.CLAIMS_TOO_MUCH) {
            claims.add("gmail.com");
            claims.add(companies.first(Story.PLAIN).domains().get(0));
        }
        return claims;
    }

    private static @Nullable TransferSafeguard safeguard(Story story) {
        return story == Story.ABROAD_WITH_SAFEGUARD ? TransferSafeguard.SCC : null;
    }
}
