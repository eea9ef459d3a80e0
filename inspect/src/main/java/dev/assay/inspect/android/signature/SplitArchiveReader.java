package dev.assay.inspect.android.signature;

import dev.assay.formats.apk.ApkDirectory;
import dev.assay.formats.apk.ApkSigningBlock;
import dev.assay.inspect.Subject;
import dev.assay.inspect.android.App;
import dev.assay.inspect.android.AppReader;
import dev.assay.inspect.android.Signer;
import java.util.List;
import java.util.Optional;

/** Verifies the v1 signature of splits. */
public final class SplitArchiveReader implements AppReader<SplitArchiveFacts> {
  private static final SplitArchiveFacts NONE = new SplitArchiveFacts(List.of(), List.of());

  @Override
  public Class<SplitArchiveFacts> facts() {
    return SplitArchiveFacts.class;
  }

  @Override
  public int revision() {
    return 1;
  }

  /** Empty where a split has no such signature, and for whole apps. */
  @Override
  public Optional<SplitArchiveFacts> inspect(Subject subject) {
    return AppReader.super.inspect(subject).filter(facts -> facts != NONE);
  }

  @Override
  public SplitArchiveFacts read(App app) {
    ApkDirectory apk = app.archive();
    List<String> schemes = app.isSplit() ? Signer.of(apk).schemes() : List.of();
    if (!schemes.contains("v1")
        || ApkSigningBlock.before(apk.content(), apk.offset()).schemes().isEmpty()) {
      return NONE;
    }
    Verdicts verdicts = new Verdicts();
    new ArchiveCheck(apk, schemes, verdicts).run();
    return new SplitArchiveFacts(verdicts.flaws(), verdicts.digests());
  }
}
