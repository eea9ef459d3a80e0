package dev.assay.feed.vex;

import com.github.packageurl.PackageURL;
import dev.assay.feed.Status;
import dev.assay.feed.Subject;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a document states of one flaw in one package.
 *
 * @param flaws ids of the flaw: its name and aliases
 * @param purl package URL as stated; a version or qualifier that it does not have may be any
 * @param justification why it is not affected, in the words of CISA; may be empty
 * @param text what else is said; may be empty, at most a few hundred characters
 * @param by who says it
 */
public record VexStatement(
    Set<String> flaws, String purl, Status status, String justification, String text, String by) {
  public VexStatement {
    flaws = Set.copyOf(flaws);
  }

  /** Whether the package of that URL is meant. */
  public boolean speaksOf(String component) {
    return Subject.packageUrl(purl)
        .flatMap(said -> Subject.packageUrl(component).filter(found -> isMeant(said, found)))
        .isPresent();
  }

  private static boolean isMeant(PackageURL said, PackageURL found) {
    return Subject.of(said).equals(Subject.of(found))
        && (said.getVersion() == null || said.getVersion().equals(found.getVersion()))
        && qualifiers(found).entrySet().containsAll(qualifiers(said).entrySet())
        && (said.getSubpath() == null || Objects.equals(said.getSubpath(), found.getSubpath()));
  }

  private static Map<String, String> qualifiers(PackageURL url) {
    return url.getQualifiers() == null ? Map.of() : url.getQualifiers();
  }
}
