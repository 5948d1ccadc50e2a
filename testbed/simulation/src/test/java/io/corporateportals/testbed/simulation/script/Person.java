package io.corporateportals.testbed.simulation.script;

import io.corporateportals.testbed.simulation.script.LmsEvent.Gone;
import io.corporateportals.testbed.simulation.script.LmsEvent.Moved;
import io.corporateportals.testbed.simulation.script.LmsEvent.Objects;
import io.corporateportals.testbed.simulation.script.LmsEvent.Registered;
import io.corporateportals.testbed.simulation.script.LmsEvent.Renamed;
import io.corporateportals.testbed.simulation.script.LmsEvent.Verified;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who a learner is after some of the records, put together without a line of the product's. Changes as it reads. */
final class Person {
    boolean known;
    boolean gone;
    boolean readable = true;
    boolean objects;
    boolean verified;
    String name = "";
    String email = "";

    @Nullable
    String firstDomain;

    @Nullable
    String host;

    private long revision = Long.MIN_VALUE;
    private Set<UUID> applied = new HashSet<>();

    Person copy() {
        Person copy = new Person();
        copy.known = known;
        copy.gone = gone;
        copy.readable = readable;
        copy.objects = objects;
        copy.verified = verified;
        copy.name = name;
        copy.email = email;
        copy.firstDomain = firstDomain;
        copy.host = host;
        copy.revision = revision;
        copy.applied = new HashSet<>(applied);
        return copy;
    }

    void reads(LmsEvent event) {
        if (gone || (!known && !(event.what() instanceof Registered))) return;
        if (event.what() instanceof LmsEvent.Garbled) readable = false;
        if (!event.isIdentity() || applied.contains(event.id()) || (known && event.revision() <= revision)) return;
        applied.add(event.id());
        revision = event.revision();
        readable = true;
        become(event.what());
        if (verified && firstDomain == null) firstDomain = domain();
    }

    private void become(LmsEvent.What what) {
        if (what instanceof Registered registered) {
            if (!known) host = registered.host();
            known = true;
            name = registered.name();
            email = registered.email();
            verified = registered.verified();
        }
        if (what instanceof Moved moved) {
            email = moved.email();
            verified = moved.verified();
        }
        if (what instanceof Verified now) verified |= now.email().equals(email);
        if (what instanceof Renamed renamed) name = renamed.name();
        if (what instanceof Objects objection) objects = objection.objects();
        if (what instanceof Gone) gone = true;
    }

    String domain() {
        return email.substring(email.indexOf('@') + 1);
    }

    boolean canBelong() {
        return known && !gone && readable && !objects && verified;
    }
}
