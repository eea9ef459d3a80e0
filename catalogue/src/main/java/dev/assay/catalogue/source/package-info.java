/**
 * Reads case files, their tables and profiles; reports every mistake with file, line and case.
 *
 * <p>{@code cases/NAME.yaml} is a list. Each element is a single case ({@code id}) or a family
 * ({@code family}: its id pattern, {@code each}: a table beside the file, one case per row). All
 * other keys are the same for both:
 *
 * <pre>
 * title, component, expect, severity, weakness, because, mitigate, requirements, controls: { fails: …, passes: … }
 * applies   default true
 * revision  default 1; raised when expect or applies changes its meaning
 * depth     default 4; 1 runs on tier-1 components only
 * </pre>
 *
 * In a family, {@code ${column}} is filled in everywhere (a literal <code>${x}</code> is written
 * <code>$${x}</code>), and expressions may read {@code row.column}, a string. {@code requirements:
 * ["${requirements}"]} splits at spaces.
 *
 * <p>A control maps paths to a text, or to a map with exactly one of {@code text}, {@code hex},
 * {@code base64}, {@code link}, {@code directory}, {@code device} ({@code c 1 3}) or the name of a
 * forge with its parameters, and any of {@code mode} (octal), {@code owner} ({@code UID:GID}),
 * {@code capabilities} (list of names), {@code xattrs} (texts by name).
 *
 * <p>{@code profiles/NAME.yaml} has {@code profile}, {@code title}, {@code cases} ({@code all} or a
 * list of case files without ending) and, for {@code all}, {@code except}. {@code includes} takes
 * the cases of other profiles too, each counted once. {@code planned} lists standards of which
 * every requirement is in the catalogue: what no test case decides, or none wholly, as a planned
 * test.
 */
@NullMarked
package dev.assay.catalogue.source;

import org.jspecify.annotations.NullMarked;
