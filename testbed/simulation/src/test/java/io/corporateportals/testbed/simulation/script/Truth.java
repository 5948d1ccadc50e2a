package io.corporateportals.testbed.simulation.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the log says, read once from its beginning in order: a learner at any offset, the portals at any time. */
public final class Truth {
    private final Map<String, List<Phase>> lives = new TreeMap<>();
    private final List<Book> books = new ArrayList<>();

    public Truth() {
        books.add(new Book());
    }

    /** Who a learner is from an offset on. */
    private record Phase(long from, Person person) {}

    /** The next record of the learner's partition. */
    public void reads(LmsEvent event, long offset) {
        List<Phase> life = lives.computeIfAbsent(event.user(), user -> new ArrayList<>());
        Person next = life.isEmpty()
                ? new Person()
                : life.get(life.size() - 1).person().copy();
        next.reads(event);
        life.add(new Phase(offset, next));
    }

    /** The next record about portals. */
    public void reads(PortalRecord record) {
        Book next = books.get(books.size() - 1).copy();
        next.reads(record);
        books.add(next);
    }

    /** The learners of the log. */
    public Iterable<String> users() {
        return lives.keySet();
    }

    /** Where the learner belongs when everything is read, as {@code portal/url/shared}; empty: nowhere. */
    public String finalPlace(String user) {
        List<Phase> life = lives.getOrDefault(user, List.of());
        return life.isEmpty()
                ? ""
                : text(books.get(books.size() - 1)
                        .placeOf(life.get(life.size() - 1).person()));
    }

    private static String text(Book.@Nullable Place place) {
        return place == null ? "" : text(place.portal(), place.byUrl(), place.shared());
    }

    /** A place in words. */
    public static String text(String portal, boolean byUrl, boolean shared) {
        return portal + (byUrl ? "/url" : "/domain") + (shared ? "/shared" : "/kept");
    }

    /** Whether the learner, as he was right after the record at an offset, belonged there under the portals of some time. */
    public boolean belonged(String user, long offset, String place) {
        Person person = at(user, offset);
        return person != null && belonged(person, place);
    }

    private boolean belonged(Person person, String place) {
        return books.stream().anyMatch(book -> text(book.placeOf(person)).equals(place));
    }

    private @Nullable Person at(String user, long offset) {
        Person person = null;
        for (Phase phase : lives.getOrDefault(user, List.of())) if (phase.from() <= offset) person = phase.person();
        return person;
    }

    /** Whether the learner had this name and address within the interval, and belonged there then. */
    public boolean wasCalled(String user, String name, String email, long start, long end, String place) {
        List<Phase> life = lives.getOrDefault(user, List.of());
        for (int i = 0; i < life.size(); i++) {
            Phase phase = life.get(i);
            long until = i + 1 < life.size() ? life.get(i + 1).from() : Long.MAX_VALUE;
            // a back-fill's assignment starts behind the last record that it knows
            boolean then = phase.from() < end && until >= start;
            Person person = phase.person();
            if (then && person.name.equals(name) && person.email.equals(email) && belonged(person, place)) return true;
        }
        return false;
    }

    /** Whether this is what the learner is called when everything is read. */
    public boolean isCalled(String user, String name, String email) {
        Person person = at(user, Long.MAX_VALUE);
        return person != null && person.name.equals(name) && person.email.equals(email);
    }

    /** Every place that the learner comes to, one after the other, where the portals never change. */
    public List<String> places(String user) {
        List<String> places = new ArrayList<>();
        String last = "";
        for (Phase phase : lives.getOrDefault(user, List.of())) {
            String place = text(books.get(books.size() - 1).placeOf(phase.person()));
            if (!place.equals(last)) places.add(phase.from() + ":" + place);
            last = place;
        }
        return places;
    }
}
