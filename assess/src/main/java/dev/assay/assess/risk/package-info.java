/**
 * Risk of each component before any test (NIST SP 800-30: likelihood × impact), from what the image
 * itself shows.
 *
 * <pre>
 * L  = 1 − (1 − wE·E)(1 − wA·A)(1 − wM·M)(1 − wI·I)     likelihood
 * C  = 1 − (1 − wP·P)(1 − wR·R)                          consequence
 * R₀ = L·C
 * R* = R₀ + wN·max(0, max R₀(n) − R₀)                    n: components it feeds
 * </pre>
 *
 * E exposure, A attack surface (Manadhata and Wing), M memory-unsafe language, I parses input, P
 * privilege, R reachability (dependents; Munaiah and Meneely). Every term is 0–1 and every weight
 * is in {@code weights.properties}. No term falls when a weakness is added, so the score is
 * monotone. What is unknown takes the worst value and says so.
 */
@NullMarked
package dev.assay.assess.risk;

import org.jspecify.annotations.NullMarked;
