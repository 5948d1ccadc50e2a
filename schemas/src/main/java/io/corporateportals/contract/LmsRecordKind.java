package io.corporateportals.contract;

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
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What an LMS sends, by what it is about. */
public enum LmsRecordKind {
    /** Who a learner is and what the learner wants: decides assignments. */
    IDENTITY(
            Topics.USER_EVENTS,
            "userId",
            List.of(
                    UserRegistered.class,
                    EmailChanged.class,
                    EmailVerified.class,
                    ProfileUpdated.class,
                    SharingObjectionChanged.class,
                    MarketingConsentChanged.class,
                    PolicyAccepted.class,
                    TerminationRequested.class,
                    TerminationWithdrawn.class,
                    AccountTerminated.class)),

    /** What a learner did: decides nothing, and may be shared. */
    ACTIVITY(
            Topics.USER_EVENTS,
            "userId",
            List.of(
                    UserLoggedIn.class,
                    CourseCompleted.class,
                    TestCompleted.class,
                    CertificateIssued.class,
                    CertificateRevoked.class)),

    /** What a portal is. */
    PORTAL(Topics.PORTAL_EVENTS, "portalId", List.of(PortalCreated.class, PortalUpdated.class, PortalDeleted.class));

    @SuppressWarnings("ImmutableEnumChecker") // a record of a name, a number and an unmodifiable map
    private final Topic topic;

    private final String keyField;

    @SuppressWarnings("ImmutableEnumChecker") // List.of() is
    private final List<Class<? extends SpecificRecord>> types;

    LmsRecordKind(Topic topic, String keyField, List<Class<? extends SpecificRecord>> types) {
        this.topic = topic;
        this.keyField = keyField;
        this.types = types;
    }

    /** The topic that carries these records. */
    public Topic topic() {
        return topic;
    }

    /** The field whose value is also the record's key. */
    public String keyField() {
        return keyField;
    }

    /** The generated classes of these records. */
    public List<Class<? extends SpecificRecord>> types() {
        return types;
    }
}
