package io.corporateportals.assigner.model;

/** Why an assignment began. */
public enum Basis {
    PORTAL_URL,
    EMAIL_DOMAIN
}
