package io.corporateportals.testbed.mutants;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** One fault each, of the kind that a developer makes who has not understood why the protocol is as it is. */
public enum Mutant {
    /** The exporter does not wait until the assigner has decided. */
    NO_WAIT_FOR_PROGRESS(Map.of(
            "select next_offset, sequence from published.progress",
            "select 9223372036854775807 as next_offset, sequence from published.progress",
            "select p.next_offset, p.sequence",
            "select 9223372036854775807 as next_offset, p.sequence",
            "select next_offset from published.progress",
            "select 9223372036854775807 as next_offset from published.progress")),

    /** What happened before an assignment's position in the log is shared, if its time is late enough. */
    NO_START_POSITION(
            Map.of("portal_id, started_offset, started_at", "portal_id, 0::bigint as started_offset, started_at")),

    /** The ledger lists what was published only after it was. */
    LEDGER_AFTER_COMMIT,

    /** What the ledger lists already counts as published, whoever listed it. */
    NEWLY_LISTED_ONLY(Map.of(
            "select learner_ref, event_id, log_offset from exporter.disclosure",
            "select learner_ref, event_id, log_offset + 1000000000 from exporter.disclosure")),

    /** Who belongs to the portal now is not taken back, though it be under another assignment. */
    RETRACTION_BY_MEMBERSHIP(Map.of("from published.assignment_changes\nwhere partition = ? and sequence > ?", """
            from published.assignment_changes
            where not (kind = 'ENDED' and exists (
              select from published.open_shared_assignments now
              where now.user_id = assignment_changes.user_id and now.portal_id = assignment_changes.portal_id))
            and partition = ? and sequence > ?""")),

    /** The learner's name and address go out also for an assignment that has ended by now. */
    PROFILE_OF_ENDED,

    /** Each record is committed by itself. */
    NO_TRANSACTIONS,

    /** The cursor is kept in a file, not with the offset. */
    CURSOR_APART,

    /** A back-fill decides without the partition's lock. */
    BACK_FILL_UNLOCKED,

    /** A back-fill finds learners by another rule than events do: those of a domain by its sub-domains. */
    BACK_FILL_BY_ANOTHER_RULE(Map.of("email_domain = d.domain", "email_domain like '%.' || d.domain")),

    /** A suspended portal keeps its learners. */
    SUSPENSION_IGNORED(Map.of(
            "\"portal\".\"state\" AS \"state\"", "replace(\"portal\".\"state\", 'SUSPENDED', 'ACTIVE') AS \"state\""));

    @SuppressWarnings("ImmutableEnumChecker") // of Map.of
    private final Map<String, String> statements;

    Mutant() {
        this(Map.of());
    }

    Mutant(Map<String, String> statements) {
        this.statements = statements;
    }

    /** Which parts of SQL statements are replaced, and by what. */
    Map<String, String> statements() {
        return statements;
    }

    /** As the command line writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The mutant of that word. */
    public static Mutant of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such mutant: " + word));
    }
}
