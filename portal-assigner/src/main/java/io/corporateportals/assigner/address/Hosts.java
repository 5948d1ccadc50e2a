package io.corporateportals.assigner.address;

import io.corporateportals.assigner.model.DomainName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the host by which a portal is known, in its own record and in the URLs at which learners register. */
public final class Hosts {
    // As browsers read a URL: \ counts as /, user information ends at the last @. java.net.URI refuses most of these.
    private static final Pattern URL = Pattern.compile(
            "(?:(?:[a-z][a-z0-9+.-]*:)?[/\\\\]{2}(?:[^/\\\\?#]*@)?)?(?<host>[^/\\\\?#@]*)(?:[/\\\\?#].*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern PORT = Pattern.compile(":[0-9]+$");

    private Hosts() {}

    /**
     * The host of a registration URL. A scheme may be missing; port, path and user information do not count.
     *
     * @return null where the URL names no host, or an IP address; never throws
     */
    public static @Nullable DomainName ofUrl(String url) {
        Matcher parts = URL.matcher(url.strip());
        return parts.matches() ? of(parts.group("host")) : null;
    }

    /**
     * The host that a portal gives for itself; a port does not count. A URL or a path is refused, for two portals that
     * differ by their paths only would otherwise be taken for one host.
     *
     * @return null where it is no host name; never throws
     */
    public static @Nullable DomainName of(String host) {
        return Domains.normalise(PORT.matcher(host.strip()).replaceFirst(""));
    }
}
