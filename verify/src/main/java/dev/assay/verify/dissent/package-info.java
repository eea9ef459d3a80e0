/**
 * What an evaluator signs who has replayed an evaluation and found other verdicts: an in-toto
 * Statement in a DSSE envelope.
 *
 * <pre>
 * subject        [{"name":"evaluation.json#root","digest":{"sha256":ROOT}}, the product's images…]
 * predicateType  "https://cyclonedx.org/bom"
 * predicate      CycloneDX 1.6, of which
 *   declarations.assessors[0].organization.name   the role that disagrees
 *   declarations.claims[0]        that the product gives the evaluation of that root
 *   declarations.claims[1…]       each verdict that differs: predicate "TEST: VERDICT", target a component
 *     evidence                    the line of the bundle
 *     counterEvidence             the line of the replay
 *   declarations.evidence[…]      data[0].contents.attachment.content, a line as text
 * </pre>
 *
 * A claim without evidence is of a verdict that the bundle has not; one without counter-evidence,
 * of one that the replay has not.
 */
@NullMarked
package dev.assay.verify.dissent;

import org.jspecify.annotations.NullMarked;
