package io.corporateportals.operations.deadletters;

import io.corporateportals.contract.LmsRecordKind;
import io.corporateportals.contract.Topics;
import io.corporateportals.contract.reading.Reading;
import io.corporateportals.contract.reading.Reading.Understood;
import io.corporateportals.contract.reading.Reading.UnknownType;
import io.corporateportals.contract.reading.Reading.Unreadable;
import io.corporateportals.lms.UserRegistered;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides what is to be done with dead letters, taken in the order of the log. The assigner judges by the same positions
 * when a replayed record reaches it, so what it hears in between does no harm.
 */
final class Judging {
    // later than anything, for all that is known
    private static final long NO_PLACE = Long.MAX_VALUE;

    private final Map<String, Heard> learners;
    private final Map<String, Long> portals;
    private final Map<String, Long> lastUnreadable = new HashMap<>();
    private final Set<String> registered = new HashSet<>();

    /**
     * Takes what there is to judge by.
     *
     * @param all every dead letter, not only those to be replayed
     * @param learners how far the learners of the letters were heard; who is not there is unknown
     * @param portals where each portal's last readable record stood
     */
    Judging(List<Letter> all, Map<String, Heard> learners, Map<String, Long> portals) {
        this.learners = learners;
        this.portals = portals;
        for (Letter letter : all)
            if (letter.reading() instanceof Unreadable unreadable && !unreadable.activity())
                lastUnreadable.merge(unreadable.key(), placeOf(letter, unreadable.key()), Math::max);
            else if (letter.reading() instanceof Understood understood
                    && understood.kind() == LmsRecordKind.IDENTITY
                    && isElsewhere(letter, understood.key())) lastUnreadable.put(understood.key(), NO_PLACE);
    }

    Verdict judge(Letter letter) {
        Reading reading = letter.reading();
        if (reading instanceof UnknownType) return Verdict.UNKNOWN_TYPE;
        if (!(reading instanceof Understood understood)) return Verdict.UNREADABLE;
        return switch (understood.kind()) {
            case ACTIVITY -> Verdict.REPLAY;
            case IDENTITY -> identity(letter, understood);
            case PORTAL -> portal(letter, understood);
        };
    }

    private Verdict identity(Letter letter, Understood understood) {
        if (isElsewhere(letter, understood.key())) return Verdict.PLACE_UNKNOWN;
        Heard heard = learners.get(understood.key());
        if (heard == null) return stranger(letter, understood);
        if (heard.terminated()) return Verdict.ACCOUNT_TERMINATED;
        long at = letter.first().offset();
        if (heard.identity() == at) return Verdict.APPLIED_ALREADY;
        return heard.identity() > at || isNotAbove(heard, understood) ? Verdict.LATER_APPLIED : Verdict.REPLAY;
    }

    // Of a stranger nobody remembers what could not be read, so nothing would keep the registration from taking effect.
    private Verdict stranger(Letter letter, Understood understood) {
        String user = understood.key();
        if (lastUnreadable.getOrDefault(user, -1L) > letter.first().offset()) return Verdict.LATER_UNREADABLE;
        if (understood.record() instanceof UserRegistered) registered.add(user);
        return registered.contains(user) ? Verdict.REPLAY : Verdict.NOBODY_REGISTERED;
    }

    private Verdict portal(Letter letter, Understood understood) {
        long last = portals.getOrDefault(understood.key(), -1L);
        if (last == letter.first().offset()) return Verdict.APPLIED_ALREADY;
        if (lastUnreadable.getOrDefault(understood.key(), -1L) > letter.first().offset())
            return Verdict.LATER_UNREADABLE;
        return last > letter.first().offset() ? Verdict.LATER_APPLIED : Verdict.REPLAY;
    }

    private static boolean isNotAbove(Heard heard, Understood understood) {
        Long revision = understood.revision();
        return heard.revision() != null && revision != null && revision <= heard.revision();
    }

    private static long placeOf(Letter letter, String key) {
        return isElsewhere(letter, key) ? NO_PLACE : letter.first().offset();
    }

    private static boolean isElsewhere(Letter letter, String key) {
        return letter.first().topic().equals(LmsRecordKind.IDENTITY.topic().name())
                && letter.first().partition() != Topics.USER_EVENTS.partitionOf(key.getBytes(StandardCharsets.UTF_8));
    }
}
