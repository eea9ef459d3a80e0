package dev.assay.model.requirement;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One demand of a published standard.
 *
 * @param id as test cases write it: {@code nist:800-53r5:AC-6(2)}
 * @param standard name for people: {@code NIST SP 800-53 revision 5}
 * @param title what it is about, in a few words
 * @param means all that is needed to decide it, in our judgement; empty where nobody has judged
 */
public record Requirement(String id, String standard, String title, Set<Means> means) {
  public Requirement {
    means = Collections.unmodifiableSet(new LinkedHashSet<>(means));
  }
}
