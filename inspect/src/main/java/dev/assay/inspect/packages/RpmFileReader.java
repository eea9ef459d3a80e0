package dev.assay.inspect.packages;

import dev.assay.formats.Bytes;
import dev.assay.formats.openpgp.OpenPgpNames;
import dev.assay.formats.openpgp.OpenPgpSignature;
import dev.assay.formats.rpm.RpmDigest;
import dev.assay.formats.rpm.RpmFile;
import dev.assay.formats.rpm.RpmSignature;
import dev.assay.inspect.ContentInspector;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what rpm packages say of themselves. What is wrong with it, their format reports. */
public final class RpmFileReader implements ContentInspector<RpmFileContent> {
  @Override
  public Class<RpmFileContent> facts() {
    return RpmFileContent.class;
  }

  @Override
  public int revision() {
    return 2;
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return type.equals("application/x-rpm");
  }

  @Override
  public Optional<RpmFileContent> inspect(Bytes content) {
    RpmFile file = RpmFile.read(content);
    List<String> digests = file.digests().stream().map(RpmDigest::toString).toList();
    List<String> mismatches =
        file.digests().stream().filter(each -> !each.matches()).map(RpmDigest::toString).toList();
    List<RpmFileSignature> signatures =
        file.signatures().stream().map(RpmFileReader::signature).toList();
    return Optional.of(
        new RpmFileContent(
            new RpmFileFacts(
                file.name(), file.version(), file.architecture(), digests, mismatches, signatures),
            file.signatures().stream().map(RpmFileProof::of).toList(),
            file.uncomputed(),
            file.unread()));
  }

  private static RpmFileSignature signature(RpmSignature found) {
    OpenPgpSignature signature = found.signature();
    return new RpmFileSignature(
        found.part().toString(),
        OpenPgpNames.publicKey(signature.publicKey()),
        signature.keyBits().orElse(0),
        OpenPgpNames.hash(signature.hash()),
        signature.issuer(),
        signature.created().stream().mapToObj(OpenPgpNames::time).findFirst().orElse(""),
        found.fits().orElse(false),
        false);
  }
}
