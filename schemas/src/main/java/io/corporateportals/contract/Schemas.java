package io.corporateportals.contract;

import io.corporateportals.assignment.AssignmentEnded;
import io.corporateportals.assignment.AssignmentRefreshed;
import io.corporateportals.assignment.AssignmentStarted;
import io.corporateportals.assignment.PortalDecided;
import io.corporateportals.feed.FeedHeartbeat;
import io.corporateportals.feed.SharedActivity;
import io.corporateportals.feed.SharedLearner;
import io.corporateportals.feed.SharedTestResult;
import io.corporateportals.feed.SharingEnded;
import io.corporateportals.lms.AccountTerminated;
import io.corporateportals.lms.CertificateIssued;
import io.corporateportals.lms.CertificateRevoked;
import io.corporateportals.lms.CourseCompleted;
import io.corporateportals.lms.EmailChanged;
import io.corporateportals.lms.EmailVerified;
import io.corporateportals.lms.MarketingConsentChanged;
import io.corporateportals.lms.PolicyAccepted;
import io.corporateportals.lms.PortalCreated;
import io.corporateportals.lms.PortalDeleted;
import io.corporateportals.lms.PortalUpdated;
import io.corporateportals.lms.ProfileUpdated;
import io.corporateportals.lms.SharingObjectionChanged;
import io.corporateportals.lms.TerminationRequested;
import io.corporateportals.lms.TerminationWithdrawn;
import io.corporateportals.lms.TestCompleted;
import io.corporateportals.lms.UserLoggedIn;
import io.corporateportals.lms.UserRegistered;
import io.corporateportals.retention.RetentionDue;
import io.corporateportals.retention.RetentionExpired;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Every record of the contract. Its subject in the registry is its full name, for several types share a topic. */
public final class Schemas {
    /** How the registry compares versions: a new reader reads old records, an old reader new ones. */
    public static final String COMPATIBILITY = "FULL";

    private static final List<Schema> LMS = List.of(
            UserRegistered.getClassSchema(),
            EmailChanged.getClassSchema(),
            EmailVerified.getClassSchema(),
            ProfileUpdated.getClassSchema(),
            SharingObjectionChanged.getClassSchema(),
            MarketingConsentChanged.getClassSchema(),
            PolicyAccepted.getClassSchema(),
            TerminationRequested.getClassSchema(),
            TerminationWithdrawn.getClassSchema(),
            AccountTerminated.getClassSchema(),
            UserLoggedIn.getClassSchema(),
            CourseCompleted.getClassSchema(),
            TestCompleted.getClassSchema(),
            CertificateIssued.getClassSchema(),
            CertificateRevoked.getClassSchema(),
            PortalCreated.getClassSchema(),
            PortalUpdated.getClassSchema(),
            PortalDeleted.getClassSchema());

    private static final List<Schema> ANNOUNCEMENTS = List.of(
            AssignmentStarted.getClassSchema(),
            AssignmentRefreshed.getClassSchema(),
            AssignmentEnded.getClassSchema(),
            PortalDecided.getClassSchema());

    private static final List<Schema> FEEDS = List.of(
            SharedLearner.getClassSchema(),
            SharedActivity.getClassSchema(),
            SharedTestResult.getClassSchema(),
            SharingEnded.getClassSchema(),
            FeedHeartbeat.getClassSchema());

    private static final List<Schema> RETENTION =
            List.of(RetentionDue.getClassSchema(), RetentionExpired.getClassSchema());

    private static final List<Schema> ALL = Stream.of(LMS, ANNOUNCEMENTS, FEEDS, RETENTION)
            .flatMap(List::stream)
            .toList();

    private Schemas() {}

    /** All records, each schema whole: types that it names are written out inside it. */
    public static List<Schema> all() {
        return ALL;
    }

    /** What an LMS sends. */
    public static List<Schema> lms() {
        return LMS;
    }

    /** What the portal-assigner announces. */
    public static List<Schema> announcements() {
        return ANNOUNCEMENTS;
    }

    /** What partners receive. */
    public static List<Schema> feeds() {
        return FEEDS;
    }

    /** The subject under which the registry keeps {@code schema}. */
    public static String subject(Schema schema) {
        return schema.getFullName();
    }
}
