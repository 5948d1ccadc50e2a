package io.corporateportals.testbed.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A learner's life as the log tells it: who the learner was from which offset on, and what the learner did. */
final class Learner {
    private static final Set<String> ACTIVITY = Set.of("UserLoggedIn", "CourseCompleted", "TestCompleted");
    private static final Set<String> NOT_SHARED_BY_ANY_POLICY = Set.of("CertificateIssued", "CertificateRevoked");

    private final String userId;
    private final int partition;
    private final List<Account> accounts = new ArrayList<>();
    private final Map<String, List<Logged>> activities = new HashMap<>();
    private final Set<String> applied = new HashSet<>();
    private @Nullable Long revision;

    Learner(String userId, int partition) {
        this.userId = userId;
        this.partition = partition;
    }

    String userId() {
        return userId;
    }

    int partition() {
        return partition;
    }

    /** In the order of the log; empty: nobody. */
    List<Account> accounts() {
        return accounts;
    }

    /** What the learner did, by event; several records where the LMS repeated itself. */
    Map<String, List<Logged>> activities() {
        return activities;
    }

    /** Takes the learner's next record. */
    void read(Logged record) {
        Content content = record.content();
        if (content == null) return;
        if (content.isUnreadable()) {
            Account now = now();
            if (now != null && !now.terminated()) accounts.add(now.closedBy(record));
        } else if (ACTIVITY.contains(content.name())) {
            activities
                    .computeIfAbsent(content.text("eventId"), id -> new ArrayList<>(1))
                    .add(record);
        } else if (!NOT_SHARED_BY_ANY_POLICY.contains(content.name())) {
            identity(record, content);
        }
    }

    private void identity(Logged record, Content content) {
        Account now = now();
        if (now == null) {
            if (!content.name().equals("UserRegistered")) return;
            accounts.add(Account.registered(record, content));
        } else {
            if (now.terminated() || applied.contains(content.text("eventId")) || isStale(content)) return;
            accounts.add(now.after(record, content));
        }
        applied.add(content.text("eventId"));
        Long told = content.numberOrNull("revision");
        if (told != null) revision = told;
    }

    private boolean isStale(Content content) {
        Long told = content.numberOrNull("revision");
        return told != null && revision != null && told <= revision;
    }

    /** Who the learner is at the end of the log. */
    @Nullable
    Account now() {
        return accounts.isEmpty() ? null : accounts.get(accounts.size() - 1);
    }

    /** Who the learner was while an assignment lasted. */
    List<Account> during(Assignment assignment) {
        List<Account> during = new ArrayList<>();
        Account before = null;
        for (Account account : accounts) {
            if (account.from() < assignment.start()) before = account;
            if (assignment.spans(account.from())) during.add(account);
        }
        boolean ledToIt = !during.isEmpty() && during.get(0).ledTo(assignment);
        if (!ledToIt && before != null) during.add(0, before);
        return during;
    }

    /** The record of the learner's own that ended the assignment; null where a portal's did. */
    @Nullable
    Account leaving(Assignment assignment) {
        return accounts.stream()
                .filter(account -> assignment.isEnded()
                        && account.from() == assignment.end()
                        && account.occurredAt() == assignment.endedAt())
                .findFirst()
                .orElse(null);
    }
}
