package io.corporateportals.contract.reading;

/** The registry gave no answer, or none that says anything about the schema: a fault of the moment, to be tried again. */
public final class RegistryUnavailable extends RuntimeException {
    RegistryUnavailable(int schemaId, String why) {
        super("schema id " + schemaId + ": registry " + why);
    }
}
