package io.corporateportals.exporter.model;

import java.util.regex.Pattern;

/** A portal's id, {@code [a-z0-9][a-z0-9-]{0,62}}: it is part of its feed's name. */
public record PortalId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public PortalId {
        if (!FORM.matcher(value).matches())
            throw new IllegalArgumentException("portalId: does not match " + FORM.pattern());
    }

    @Override
    public String toString() {
        return value;
    }
}
