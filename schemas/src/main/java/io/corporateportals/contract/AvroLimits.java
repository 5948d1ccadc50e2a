package io.corporateportals.contract;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * What Avro may allocate and which classes it may load, whatever the bytes claim. Avro refuses to read or write generated
 * classes that it was not told to trust.
 */
public final class AvroLimits {
    /** The longest string in bytes; the longest that the contract foresees are URLs and titles. */
    static final int STRING_BYTES = 65_536;

    /** The most elements of an array; the longest that the contract foresees is a portal's list of domains. */
    static final int COLLECTION_ITEMS = 10_000;

    private AvroLimits() {}

    /**
     * Sets them for the whole process. Call it first in {@code main}: Avro looks up the limits once, when it reads its
     * first record. A limit that the command line sets ({@code -Dorg.apache.avro.limits...}) stays.
     */
    public static void set() {
        limit("bytes.maxLength", STRING_BYTES);
        limit("string.maxLength", STRING_BYTES);
        limit("collectionItems.maxLength", COLLECTION_ITEMS);
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.DEFAULT, ofTheContract()));
    }

    private static void limit(String name, int value) {
        String property = "org.apache.avro.limits." + name;
        if (System.getProperty(property) == null) System.setProperty(property, Integer.toString(value));
    }

    private static ClassSecurityPredicate ofTheContract() {
        Set<String> packages =
                Schemas.all().stream().map(schema -> schema.getNamespace()).collect(toUnmodifiableSet());
        return type -> packages.contains(type.getPackageName());
    }
}
