/**
 * Says which flaws of a feed concern a component.
 *
 * <pre>{@code
 * try (Feed feed = Feed.open(path)) {                       // IOException, BadFeed
 *   Matcher matcher = new Matcher(feed);
 *   Identity openssh =
 *       Identity.of(component.name(), component.version(), component.purl(), component.cpe())
 *           .inRelease(osRelease.versionId())               // "12", "bookworm", "3.18.4"; may be ""
 *           .fromSource(packageFacts.source())              // "openssl" or "openssl (1.1.1w-0)"; may be ""
 *           .in(Surroundings.ofKernel(config, modules));    // where it is known
 *   for (Match match : matcher.match(openssh)) {
 *     match.decision();       // AFFECTED → FAIL; UNDECIDED → INCONCLUSIVE; else PASS, with a reason
 *     match.reason();         // one sentence for the report
 *     match.justification();  // the VEX word of a NOT_AFFECTED
 *     match.flaw();           // scores, KEV, EPSS, references
 *   }
 *   feed.digest();            // goes into the bundle: the verdicts follow from it
 *   feed.about().day();       // how old it is; the caller compares it with --as-of
 * }
 * }</pre>
 *
 * <p>Without a feed nothing is known: the caller makes those test cases INCONCLUSIVE.
 */
@NullMarked
package dev.assay.feed.match;

import org.jspecify.annotations.NullMarked;
