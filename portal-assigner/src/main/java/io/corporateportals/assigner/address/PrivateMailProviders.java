package io.corporateportals.assigner.address;

import com.google.common.collect.Sets;
import com.google.common.hash.Hashing;
import io.corporateportals.assigner.model.DomainName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The domains at which anybody can have a mailbox: no portal may claim one, and an address in one is a private address.
 * A published list, to which operators add and from which they remove. Immutable.
 */
public final class PrivateMailProviders {
    private static final String SHIPPED = "private-mail-providers.txt";

    private final Set<String> listed;
    private final Set<String> removed;

    private PrivateMailProviders(Set<String> listed, Set<String> removed) {
        this.listed = Set.copyOf(listed);
        this.removed = Set.copyOf(removed);
    }

    /** The list as it comes with this version; {@code bin/renew-mail-providers} renews it. Read anew at every call. */
    public static PrivateMailProviders shipped() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PrivateMailProviders.class.getResourceAsStream(SHIPPED), SHIPPED),
                StandardCharsets.UTF_8))) {
            return new PrivateMailProviders(
                    lines.lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> new DomainName(line).value())
                            .collect(Collectors.toSet()),
                    Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException(SHIPPED, e);
        }
    }

    /** This list and {@code added}, also those of them that were removed before. */
    public PrivateMailProviders with(Collection<DomainName> added) {
        Set<String> names = values(added);
        return new PrivateMailProviders(Sets.union(listed, names), Sets.difference(removed, names));
    }

    /** This list without {@code names}, such as a partner that is a mail hoster, and without what is below them. */
    public PrivateMailProviders without(Collection<DomainName> names) {
        Set<String> values = values(names);
        return new PrivateMailProviders(Sets.difference(listed, values), Sets.union(removed, values));
    }

    /** Whether {@code domain} or the nearest domain above it that was listed or removed is listed. */
    public boolean contains(DomainName domain) {
        String name = domain.value();
        while (true) {
            if (listed.contains(name)) return true;
            int dot = name.indexOf('.');
            if (dot < 0 || removed.contains(name)) return false;
            name = name.substring(dot + 1);
        }
    }

    /** The same for the same content wherever it is computed: by this it is recorded which list was in force. */
    public String fingerprint() {
        String content = String.join("\n", new TreeSet<>(listed)) + "\n\n" + String.join("\n", new TreeSet<>(removed));
        return Hashing.sha256().hashString(content, StandardCharsets.UTF_8).toString();
    }

    @Override
    public String toString() {
        return listed.size() + " private mail providers";
    }

    private static Set<String> values(Collection<DomainName> domains) {
        return domains.stream().map(DomainName::value).collect(Collectors.toSet());
    }
}
