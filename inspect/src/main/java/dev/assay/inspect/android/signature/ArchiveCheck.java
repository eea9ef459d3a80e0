package dev.assay.inspect.android.signature;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.apk.ApkDirectory;
import dev.assay.inspect.android.Signer;
import dev.assay.inspect.android.signature.Sections.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Verifies scheme v1: the signature of a JAR, with what Android adds. */
final class ArchiveCheck {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final int MAX_FILE = 32 << 20;
  private static final int MAX_SIGNERS = 10;
  private static final long MAX_INFLATED = 512L << 20;

  private final ApkDirectory apk;
  private final List<String> schemes;
  private final Verdicts verdicts;

  /**
   * @param schemes that the package has
   */
  ArchiveCheck(ApkDirectory apk, List<String> schemes, Verdicts verdicts) {
    this.apk = apk;
    this.schemes = schemes;
    this.verdicts = verdicts;
  }

  void run() {
    verdicts.checks("v1");
    apk.repeated().forEach(name -> flaw("member-repeated", name, "two members have this name"));
    Optional<byte[]> manifest = file(MANIFEST);
    if (manifest.isEmpty()) {
      flaw("manifest", MANIFEST, "there is no list of digests that could be read");
      return;
    }
    Sections sections = Sections.read(manifest.get());
    Set<String> covered = new HashSet<>(sections.named().keySet());
    apk.members().keySet().stream()
        .filter(Signer::isArchiveSignature)
        .limit(MAX_SIGNERS)
        .forEach(name -> covered.retainAll(signed(name, manifest.get(), sections)));
    members(sections, covered);
  }

  /** The members that one signer vouches for. */
  private Set<String> signed(String block, byte[] manifest, Sections sections) {
    String name = block.substring(0, block.lastIndexOf('.')) + ".SF";
    Optional<byte[]> file = file(name);
    Optional<Bytes> signature = opened(block);
    if (file.isEmpty() || signature.isEmpty()) {
      flaw("manifest", name, "there is no signature file for " + block);
      return Set.of();
    }
    signature(block, file.get(), signature.get());
    Sections own = Sections.read(file.get());
    stripping(name, own.main());
    JarDigest.of(own.main(), "-Digest-Manifest").ifPresent(d -> verdicts.digest(d.hash()));
    boolean whole =
        JarDigest.of(own.main(), "-Digest-Manifest")
            .filter(digest -> digest.fits(Bytes.of(manifest)))
            .isPresent();
    if (!whole) {
      own.named().forEach((member, section) -> section(name, member, section, manifest, sections));
    }
    return own.named().keySet();
  }

  private void signature(String block, byte[] file, Bytes signature) {
    try {
      JarSignature.flaw(file, signature).ifPresent(found -> flaw("signature", block, found));
    } catch (Malformed unused) {
      flaw("unread", block, unused.problem().message());
    }
  }

  private void section(
      String file, String member, Section signed, byte[] manifest, Sections sections) {
    Section section = sections.named().get(member);
    boolean fits =
        section != null
            && JarDigest.of(signed, "-Digest")
                .filter(
                    digest ->
                        digest.fits(
                            Bytes.of(Arrays.copyOfRange(manifest, section.from(), section.to()))))
                .isPresent();
    if (!fits) {
      flaw("manifest", file, "the digest of `" + member + "` was changed after signing");
    }
  }

  /** Names the schemes that the signer made, too, by their numbers. */
  private void stripping(String name, Section main) {
    for (String each : main.attribute("X-Android-APK-Signed").orElse("").split(",", 20)) {
      String scheme = "v" + each.strip();
      if (List.of("v2", "v3").contains(scheme) && !schemes.contains(scheme)) {
        flaw("stripped", name, "it was signed by " + scheme + ", too, which is gone");
      }
    }
  }

  private void members(Sections sections, Set<String> covered) {
    long inflated = 0;
    for (Map.Entry<String, ApkDirectory.Member> member : apk.members().entrySet()) {
      String name = member.getKey();
      if (name.endsWith("/") || isOfSignature(name)) {
        continue;
      }
      Section section = sections.named().get(name);
      if (section == null || !covered.contains(name)) {
        flaw("member-unsigned", name, "it was added after signing: no signer vouches for it");
        continue;
      }
      inflated += member.getValue().size();
      if (inflated > MAX_INFLATED) {
        flaw("unread", name, "the members have more than 512 MiB; the rest is not checked");
        return;
      }
      member(name, section);
    }
    List<String> missing = new ArrayList<>(sections.named().keySet());
    missing.removeAll(apk.members().keySet());
    missing.forEach(name -> flaw("member-missing", name, "it was taken away after signing"));
  }

  private void member(String name, Section section) {
    Optional<JarDigest> digest = JarDigest.of(section, "-Digest");
    Optional<Bytes> content = opened(name);
    if (digest.isPresent() && content.isPresent()) {
      verdicts.digest(digest.get().hash());
      if (!digest.get().fits(content.get())) {
        flaw("member-changed", name, "it was changed after signing");
      }
    } else if (digest.isEmpty()) {
      flaw("member-unsigned", name, "its section has no digest");
    }
  }

  /** The files of the signature itself, which nothing vouches for. */
  private static boolean isOfSignature(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.equals(MANIFEST)
        || upper.startsWith("META-INF/")
            && upper.indexOf('/', 9) < 0
            && (upper.endsWith(".SF")
                || upper.startsWith("META-INF/SIG-")
                || Signer.isArchiveSignature(name));
  }

  private Optional<byte[]> file(String name) {
    return opened(name).filter(file -> file.size() <= MAX_FILE).map(f -> f.toArray(MAX_FILE));
  }

  private Optional<Bytes> opened(String name) {
    try {
      return apk.openAsArchive(name);
    } catch (Malformed unreadable) {
      flaw("unread", name, unreadable.problem().message());
      return Optional.empty();
    }
  }

  private void flaw(String code, String place, String found) {
    verdicts.flaw("v1", code, place, found);
  }
}
