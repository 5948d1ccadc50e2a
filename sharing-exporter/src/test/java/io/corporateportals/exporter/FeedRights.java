package io.corporateportals.exporter;

import io.corporateportals.contract.Topics;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Who may write an employer's feed. */
final class FeedRights {
    private final Admin admin;

    FeedRights(Admin admin) {
        this.admin = admin;
    }

    /** Everybody may read it and nobody write. */
    void forbid(String portal) throws ExecutionException, InterruptedException {
        admin.createAcls(List.of(
                        acl(portal, AclOperation.ALL, AclPermissionType.ALLOW),
                        acl(portal, AclOperation.WRITE, AclPermissionType.DENY)))
                .all()
                .get();
    }

    /** Everything is allowed, on every feed. */
    void allow() throws ExecutionException, InterruptedException {
        admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get();
    }

    private static AclBinding acl(String portal, AclOperation operation, AclPermissionType permission) {
        return new AclBinding(
                new ResourcePattern(
                        ResourceType.TOPIC, Topics.employerFeed(portal).name(), PatternType.LITERAL),
                new AccessControlEntry("User:ANONYMOUS", "*", operation, permission));
    }
}
