package io.corporateportals.assigner.address;

import com.google.common.net.InternetDomainName;
import com.ibm.icu.text.IDNA;
import io.corporateportals.assigner.model.DomainName;
import org.jspecify.annotations.Nullable;

/** Brings domains into the one form in which they compare. */
public final class Domains {
    // java.net.IDN would map straße.de to strasse.de, which belongs to somebody else: docs/adr/0002
    private static final IDNA UTS46 = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    // UTS-46 drops soft hyphens and the like, so no length is too long by itself; no name that is meant is longer
    private static final int LONGEST_RAW = 1024;

    private Domains() {}

    /**
     * The domain that {@code raw} names, whatever its case, script or dots, with or without one trailing dot.
     *
     * @return null where it names none: an IP address, white space, {@code my_family.example}; never throws
     */
    public static @Nullable DomainName normalise(String raw) {
        if (raw.length() > LONGEST_RAW) return null;
        IDNA.Info found = new IDNA.Info();
        String ascii = UTS46.nameToASCII(raw, new StringBuilder(), found).toString();
        if (found.hasErrors()) return null;
        String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        return InternetDomainName.isValid(name) ? new DomainName(name) : null;
    }
}
