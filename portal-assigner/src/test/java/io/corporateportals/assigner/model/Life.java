package io.corporateportals.assigner.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.assigner.model.AssignmentChange.Kind;
import java.util.List;

/** A history told as what was given, what happens then, and what becomes of assignments. */
final class Life {
    private final World world = new World();
    private int seen;

    /** What became of somebody's assignment. */
    record Change(Kind kind, String user, String portal, Basis basis, boolean shared) {
        static Change started(String user, String portal, Basis basis) {
            return new Change(Kind.STARTED, user, portal, basis, true);
        }

        static Change refreshed(String user, String portal, Basis basis) {
            return new Change(Kind.REFRESHED, user, portal, basis, true);
        }

        static Change ended(String user, String portal, Basis basis) {
            return new Change(Kind.ENDED, user, portal, basis, true);
        }

        Change notShared() {
            return new Change(kind, user, portal, basis, false);
        }

        private static Change of(AssignmentChange change) {
            Terms terms = change.assignment().terms();
            return new Change(
                    change.kind(),
                    change.assignment().user().value(),
                    terms.portal().value(),
                    terms.basis(),
                    terms.shared());
        }
    }

    private Life() {}

    static Life given(Happening... happenings) {
        Life life = new Life();
        return life.when(happenings);
    }

    /** From here on what becomes of assignments is looked at. */
    Life when(Happening... happenings) {
        seen = world.changes.size();
        for (Happening happening : happenings) world.happens(happening);
        return this;
    }

    /** The same in one batch, decided in one transaction. */
    Life whenInOneBatch(Happening... happenings) {
        seen = world.changes.size();
        world.happenTogether(List.of(happenings));
        return this;
    }

    Life then(Change... changes) {
        assertThat(newChanges().stream().map(Change::of)).containsExactly(changes);
        return this;
    }

    Life thenNothing() {
        return then();
    }

    /** What became of assignments since the last {@link #when}, with positions and times. */
    List<AssignmentChange> newChanges() {
        return world.changes.subList(seen, world.changes.size());
    }

    World world() {
        return world;
    }
}
