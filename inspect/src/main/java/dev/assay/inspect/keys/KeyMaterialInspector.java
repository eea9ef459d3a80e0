package dev.assay.inspect.keys;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.pem.Pem;
import dev.assay.formats.pem.PemBlock;
import dev.assay.inspect.ContentInspector;
import dev.assay.inspect.certificates.CertificateReader;
import dev.assay.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds certificates, private keys and key stores in one content. */
public final class KeyMaterialInspector implements ContentInspector<KeyMaterial> {
  private static final long MAX_PEM = 64L << 20;

  private static final Set<String> CERTIFICATE_LABELS =
      Set.of("CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE");

  @Override
  public Class<KeyMaterial> facts() {
    return KeyMaterial.class;
  }

  @Override
  public int revision() {
    return 3;
  }

  @Override
  public List<String> markers() {
    return List.of(Pem.BEGIN);
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    if (content.size() < 32 || isMedia(type)) {
      return false;
    }
    return isStore(content)
        || isDer(content)
        || SshKeys.looksLikeDropbear(content)
        || PuttyKeys.looksLikeOne(content)
        || content.size() <= MAX_PEM && markers.contains(Pem.BEGIN);
  }

  @Override
  public Optional<KeyMaterial> inspect(Bytes content) {
    StoreContents out = new StoreContents();
    try {
      read(content, out);
    } catch (Malformed malformed) {
      out.damaged(malformed);
    }
    return out.isEmpty() ? Optional.empty() : Optional.of(out.material());
  }

  private static void read(Bytes content, StoreContents out) {
    if (JavaStore.looksLikeOne(content)) {
      out.store(JavaStore.read(content, out));
    } else if (BouncyStore.looksLikeOne(content)) {
      out.store(BouncyStore.read(content, out));
    } else if (SshKeys.looksLikeDropbear(content)) {
      out.key(SshKeys.dropbear(content.toArray(StoreContents.MAX_SIZE)));
    } else if (PuttyKeys.looksLikeOne(content)) {
      out.key(PuttyKeys.read(content));
    } else if (isDer(content)) {
      DerFile.read(content.toArray(StoreContents.MAX_SIZE), out);
    } else {
      pem(content, out);
    }
  }

  private static void pem(Bytes content, StoreContents out) {
    Pem pem = Pem.read(content);
    for (PemBlock block : pem.blocks()) {
      try {
        if (CERTIFICATE_LABELS.contains(block.label())) {
          out.certificate(() -> CertificateReader.read(block.body(), block.offset()));
        } else {
          PrivateKeys.read(block).ifPresent(out::key);
        }
      } catch (Malformed malformed) {
        out.damaged(malformed);
      }
    }
    for (Problem problem : pem.problems()) {
      out.damaged(new Malformed(problem.code(), problem.offset(), problem.message()));
    }
  }

  private static boolean isMedia(String type) {
    return type.startsWith("image/")
        || type.startsWith("font/")
        || type.startsWith("audio/")
        || type.startsWith("video/");
  }

  private static boolean isStore(Bytes content) {
    return JavaStore.looksLikeOne(content) || BouncyStore.looksLikeOne(content);
  }

  /**
   * A file that is one ASN.1 sequence with a long-form length, as certificates, keys and PKCS#12
   * are.
   */
  private static boolean isDer(Bytes content) {
    if (content.size() > StoreContents.MAX_SIZE) {
      return false;
    }
    Block head = content.head(4);
    if (head.u8(0) != 0x30) {
      return false;
    }
    return switch (head.u8(1)) {
      case 0x80 -> head.u8(2) == 0x02 && head.u8(3) == 0x01;
      case 0x81 -> head.u8(2) + 3L == content.size();
      case 0x82 -> head.u16be(2) + 4L <= content.size() && head.u16be(2) + 6L >= content.size();
      case 0x83 -> content.size() > 8 && content.block(0, 8).u16be(2) << 8 <= content.size();
      default -> head.u8(1) < 0x80 && head.u8(1) + 2L == content.size();
    };
  }
}
