package io.corporateportals.assigner.system;

import static io.corporateportals.assigner.system.Events.emailChanged;
import static io.corporateportals.assigner.system.Events.portalCreated;
import static io.corporateportals.assigner.system.Events.portalDeleted;
import static io.corporateportals.assigner.system.Events.registered;
import static io.corporateportals.assigner.system.Events.registeredAt;
import static io.corporateportals.assigner.system.Events.renamed;
import static io.corporateportals.assigner.system.Events.terminated;
import static io.corporateportals.assigner.system.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PartsExtension.class)
class AssigningIT {
    private static RunningAssigner assigner;
    private static Lms lms;
    private static Announced announced;

    @BeforeAll
    static void start(Parts parts) {
        assigner = new RunningAssigner(parts).start();
        lms = new Lms(parts);
        announced = new Announced(parts);
    }

    @AfterAll
    static void stop() {
        announced.close();
        lms.close();
        assigner.close();
    }

    @Test
    void assignsByDomainAndTakesItBackAtTheOptOut() {
        givenPortal("acme", "acme.example");
        lms.emit(registered("anna", "anna@acme.example"), emailChanged("anna", "anna@gmail.com"));

        awaitChangesOf("anna", "+acme", "-acme");
    }

    @Test
    void assignsByTheUrlAtWhichTheLearnerRegistered() {
        givenPortal("byurl", "byurl.example");
        lms.emit(registeredAt("bert", "bert@contractor.example", "https://byurl.university.example/join"));

        awaitChangesOf("bert", "+byurl");
    }

    @Test
    void decidesAgainWhenAPortalComesAndGoes() {
        lms.emit(registered("carla", "carla@later.example"));
        lms.emit(portalCreated("later", "later.example"));
        awaitChangesOf("carla", "+later");

        lms.emit(portalDeleted("later"));
        awaitChangesOf("carla", "+later", "-later");
    }

    @Test
    void refreshesForACorrectedNameAndForgetsTheTerminated() {
        givenPortal("short", "short.example");
        lms.emit(registered("dora", "dora@short.example"), renamed("dora", "Dora the Second"), terminated("dora"));

        awaitChangesOf("dora", "+short", "~short", "-short", "null");
    }

    // portals and learners have topics of their own: without waiting, a learner may leave before the portal is known
    private static void givenPortal(String portal, String domain) {
        lms.emit(portalCreated(portal, domain));
        soon(() -> assertThat(announced.portal(portal)).isNotNull());
    }

    private static void awaitChangesOf(String user, String... changes) {
        soon(() -> assertThat(announced.about(user)).containsExactly(changes));
    }
}
