package io.corporateportals.assigner.model;

import io.corporateportals.assigner.model.Happening.AboutPortal;
import io.corporateportals.assigner.model.Happening.Identified;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Invents histories in a world so small that everybody gets in everybody's way. */
final class RandomHistory {
    private static final List<String> PORTALS = List.of("acme", "globex", "umbrella");
    private static final List<String> CLAIMS =
            List.of("acme.example", "eu.acme.example", "globex.example", "gmail.com", "co.uk", "no_domain.example");
    private static final List<String> ADDRESSES = List.of(
            "jane@acme.example",
            "jane.roe@acme.example",
            "jane@eu.acme.example",
            "jane@paris.eu.acme.example",
            "jane@globex.example",
            "jane@webmail.acme.example",
            "jane@gmail.com",
            "jane@[192.0.2.1]");

    private final SplittableRandom random;
    private long revision;

    private RandomHistory(SplittableRandom random) {
        this.random = random;
    }

    static History of(SplittableRandom random) {
        RandomHistory invention = new RandomHistory(random);
        return new History(
                invention.portals(),
                IntStream.rangeClosed(1, 1 + random.nextInt(3))
                        .mapToObj(number -> invention.learner("learner" + number))
                        .toList());
    }

    private List<AboutPortal> portals() {
        return IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(number -> portalEvent())
                .toList();
    }

    private AboutPortal portalEvent() {
        String id = any(PORTALS);
        if (percent(20)) return Happening.deleted(id);
        PortalFixture portal = PortalFixture.portal(id).inCountry(percent(80) ? "DE" : "US");
        portal.withDomains(
                IntStream.range(0, random.nextInt(3)).mapToObj(i -> any(CLAIMS)).toArray(String[]::new));
        if (percent(40)) portal.atHost(Happening.hostOf(any(PORTALS)).value());
        if (percent(40)) portal.includingSubdomains();
        if (percent(20)) portal.suspended();
        if (percent(20)) portal.withoutAgreement();
        if (percent(30)) portal.withSafeguard();
        return portal.exists();
    }

    private List<Happening> learner(String user) {
        boolean revisions = percent(60);
        revision = 0;
        List<Happening> life = new ArrayList<>();
        life.add(registration(event(user, revisions)));
        for (int more = random.nextInt(6); more > 0; more--)
            life.add(percent(10) ? any(life) : happening(user, event(user, revisions)));
        return life;
    }

    private EventFixture event(String user, boolean revisions) {
        EventFixture event = EventFixture.of(user);
        if (!revisions || percent(20)) return event;
        revision += percent(80) ? 1 : -1;
        return event.revision(revision);
    }

    private Happening happening(String user, EventFixture event) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> event.changesEmail(any(ADDRESSES));
            case 3 -> event.changesEmailUnverified(any(ADDRESSES));
            case 4, 5 -> event.verifies(any(ADDRESSES));
            case 6 -> event.isCalled(any(List.of("Jane Roe", "Jane Doe")));
            case 7 -> percent(50) ? event.objects() : event.withdrawsTheObjection();
            case 8 -> registration(event);
            case 9 -> event.doesSomethingElse();
            case 10 -> percent(30) ? event.terminates() : event.doesSomethingElse();
            default -> Happening.unreadable(user);
        };
    }

    private Identified registration(EventFixture event) {
        return event.registersAs("Jane Roe", any(ADDRESSES), percent(60) ? any(PORTALS) : null, percent(80));
    }

    private boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
