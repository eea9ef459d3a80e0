package dev.assay.inspect.android.apex;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.apk.ApkDirectory;
import dev.assay.formats.avb.VbMeta;
import dev.assay.formats.avb.VerifiedPartition;
import dev.assay.formats.parts.Sums;
import dev.assay.formats.proto.ProtoMessage;
import dev.assay.inspect.ContentInspector;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** Reads what a module is called and who signed its file system. */
public final class ApexReader implements ContentInspector<ApexFacts> {
  private static final String MANIFEST = "apex_manifest.pb";
  private static final String PAYLOAD = "apex_payload.img";
  private static final String KEY = "apex_pubkey";
  private static final int MAX_MANIFEST = 1 << 20;
  private static final int MAX_KEY = 16 << 10;

  @Override
  public Class<ApexFacts> facts() {
    return ApexFacts.class;
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return ApkDirectory.is(content, ApexReader::isModule);
  }

  private static boolean isModule(ApkDirectory file) {
    return file.members().containsKey(MANIFEST) && file.members().containsKey(PAYLOAD);
  }

  /**
   * {@inheritDoc}
   *
   * @throws Malformed {@code apex.manifest} where it does not say which module it is
   */
  @Override
  public Optional<ApexFacts> inspect(Bytes content) {
    return ApkDirectory.of(content).filter(ApexReader::isModule).map(ApexReader::read);
  }

  private static ApexFacts read(ApkDirectory file) {
    ProtoMessage manifest = manifest(file);
    byte[] key = file.open(KEY).map(found -> found.toArray(MAX_KEY)).orElse(new byte[0]);
    Optional<VbMeta> meta = meta(file);
    return new ApexFacts(
        manifest.text(1),
        manifest.number(2, 0),
        manifest.text(5),
        key.length == 0 ? "" : HexFormat.of().formatHex(Sums.digest("SHA-256", Bytes.of(key))),
        key.length < 4 ? 0 : Bytes.of(key).block(0, 4).i32be(0),
        VbMeta.isTestKey(key),
        meta.filter(VbMeta::isSigned).isPresent(),
        meta.filter(found -> found.isSigned() && found.problems().isEmpty()).isPresent(),
        meta.filter(found -> Arrays.equals(found.publicKey(), key)).isPresent());
  }

  private static ProtoMessage manifest(ApkDirectory file) {
    try {
      Bytes content = file.open(MANIFEST).orElseThrow();
      if (content.size() > MAX_MANIFEST) {
        throw new Malformed("apex.manifest", 0, "a manifest of " + content.size() + " bytes");
      }
      ProtoMessage manifest = ProtoMessage.read(content.block(0, (int) content.size()));
      if (manifest.text(1).isEmpty()) {
        throw new Malformed("apex.manifest", 0, "expected the name of a module; found none");
      }
      return manifest;
    } catch (Malformed broken) {
      throw new Malformed(file.inside(MANIFEST, broken.problem()));
    }
  }

  private static Optional<VbMeta> meta(ApkDirectory file) {
    try {
      return file.open(PAYLOAD).flatMap(VerifiedPartition::meta);
    } catch (Malformed broken) {
      throw new Malformed(file.inside(PAYLOAD, broken.problem()));
    }
  }
}
