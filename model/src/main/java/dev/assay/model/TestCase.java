package dev.assay.model;

import java.util.List;

/**
 * A requirement made checkable, as people read it; the oracle itself is the catalogue's.
 *
 * @param id never changes its meaning: {@code SSH-ROOT-LOGIN}
 * @param revision raised when the oracle changes
 * @param family the family's id pattern where the case is a row of one, else empty
 * @param component name of the kind of component it applies to
 * @param applies CEL source of the condition under which it applies
 * @param expect CEL source of the oracle
 * @param weakness id of the class of weakness that a failure shows, such as {@code CWE-798}
 * @param because why it matters
 * @param mitigate what a developer does about it
 * @param requirements ids: {@code nist:800-53r5:AC-6(2)}, {@code 3gpp:33.117:4.2.3.4.1.1}, {@code
 *     etsi:303645:5.1-1}, {@code cra:annex-1:1.2.d}
 * @param depth deepest tier at which it still runs: 4 runs always, 1 only on tier-1 components
 */
public record TestCase(
    String id,
    int revision,
    String family,
    String title,
    String component,
    String applies,
    String expect,
    Severity severity,
    String weakness,
    String because,
    String mitigate,
    List<String> requirements,
    int depth) {
  public TestCase {
    requirements = List.copyOf(requirements);
  }
}
