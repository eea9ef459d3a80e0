package dev.assay.inspect.android.signature;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.apk.ApkDirectory;
import dev.assay.formats.apk.ApkSigningBlock;
import dev.assay.inspect.android.App;
import dev.assay.inspect.android.AppReader;
import dev.assay.inspect.android.Signer;
import dev.assay.inspect.certificates.Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Verifies the signatures of one package. */
public final class SignatureReader implements AppReader<SignatureFacts> {
  /** From this API level on the system goes by v2 and no longer by v1. */
  static final int FIRST_V2 = 24;

  @Override
  public Class<SignatureFacts> facts() {
    return SignatureFacts.class;
  }

  @Override
  public int revision() {
    return 5;
  }

  /** Bundles are signed for the store, which signs the packages it makes of them. */
  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return AppReader.super.wants(type, content, markers)
        && ApkDirectory.of(content).filter(ApkDirectory::isApk).isPresent();
  }

  @Override
  public SignatureFacts read(App app) {
    ApkDirectory apk = app.archive();
    ApkSigningBlock block = ApkSigningBlock.before(apk.content(), apk.offset());
    Signer signer = Signer.of(apk);
    int minSdk = app.manifest().minSdk();
    Verdicts verdicts = new Verdicts();
    boolean deferred = app.isSplit() || minSdk >= FIRST_V2;
    if (signer.schemes().contains("v1") && (block.schemes().isEmpty() || !deferred)) {
      new ArchiveCheck(apk, signer.schemes(), verdicts).run();
    }
    if (!block.schemes().isEmpty()) {
      whole(apk, block, verdicts);
    }
    Optional<Certificate> certificate = signer.certificate();
    return new SignatureFacts(
        app.manifest().packageName(),
        minSdk,
        signer.schemes(),
        verdicts.checked(),
        verdicts.flaws(),
        verdicts.digests(),
        verdicts.contents(),
        verdicts.contents().isEmpty() ? "" : rootHash(apk.content()),
        verdicts.lineage(),
        certificate.map(Certificate::notBeforeYear).orElse(0),
        certificate.map(Certificate::notAfterYear).orElse(0),
        certificate.map(Certificate::validityDays).orElse(0));
  }

  /** What scheme v4 signs, which adds to the schemes before it. */
  private static String rootHash(Bytes content) {
    return HexFormat.of().formatHex(SideCheck.TREE.root(List.of(content)));
  }

  private static void whole(ApkDirectory apk, ApkSigningBlock block, Verdicts verdicts) {
    if (apk.offset() + apk.size() != apk.end()) {
      unread(
          apk,
          block,
          "the central directory has "
              + apk.size()
              + " bytes, and its end follows after "
              + (apk.end() - apk.offset())
              + ";"
              + " Android looks for no signing block then",
          verdicts);
    }
    try {
      SignedContent content =
          new SignedContent(apk.content(), block.start(), apk.offset(), apk.end());
      for (ApkSigningBlock.Signature each : block.signatures()) {
        new BlockCheck(each, content, block.schemes(), verdicts).run();
      }
    } catch (Malformed outOfOrder) {
      unread(apk, block, outOfOrder.problem().message(), verdicts);
    }
  }

  private static void unread(
      ApkDirectory apk, ApkSigningBlock block, String found, Verdicts verdicts) {
    for (String scheme : block.schemes()) {
      verdicts.flaw(scheme, "unread", "offset " + apk.offset(), found);
    }
  }
}
