package io.corporateportals.testbed.load;

/**
 * A company with a portal.
 *
 * @param id the portal's
 * @param agreed whether anything may be shared with it
 */
record Partner(String id, boolean agreed) {
    String host() {
        return id + ".university.example";
    }

    String domain() {
        return id + ".example";
    }
}
