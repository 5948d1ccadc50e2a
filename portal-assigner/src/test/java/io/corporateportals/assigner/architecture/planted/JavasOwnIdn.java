package io.corporateportals.assigner.architecture.planted;

import java.net.IDN;

final class JavasOwnIdn {
    String normalise(String domain) {
        return IDN.toASCII(domain);
    }
}
