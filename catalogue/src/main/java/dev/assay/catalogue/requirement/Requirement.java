package dev.assay.catalogue.requirement;

/**
 * One demand of a published standard.
 *
 * @param id as test cases write it: {@code nist:800-53r5:AC-6(2)}
 * @param standard name for people: {@code NIST SP 800-53 revision 5}
 * @param title what it is about, in a few words
 */
public record Requirement(String id, String standard, String title) {}
