package dev.assay.inspect.verifiedboot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import dev.assay.model.Described;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifiedBootInspectorTest {
  private static final int PARTITION = 16_384;
  private static final int META_AT = 8192;

  /** Unsigned, without descriptors. */
  private static byte[] meta(long rollbackIndex, int flags) {
    ByteBuffer header = ByteBuffer.allocate(256).put("AVB0".getBytes(StandardCharsets.US_ASCII));
    header.putInt(1).putLong(112, rollbackIndex).putInt(120, flags);
    return header.array();
  }

  private static byte[] partition(byte[] meta) {
    ByteBuffer partition = ByteBuffer.allocate(PARTITION).put(META_AT, meta);
    partition.put("an image ".repeat(900).getBytes(StandardCharsets.US_ASCII), 0, 8000);
    partition.position(PARTITION - 64).put("AVBf".getBytes(StandardCharsets.US_ASCII));
    partition.putInt(1).putInt(0).putLong(8000).putLong(META_AT).putLong(meta.length);
    return partition.array();
  }

  private static List<VerifiedBootFacts> found(String name, byte[] image) {
    List<Source> sources = List.of(new Source.InMemory(name, Bytes.of(image)));
    return Inspection.of(sources, Limits.DEFAULT, 1, Progress.SILENT).components().stream()
        .map(Described::facts)
        .filter(VerifiedBootFacts.class::isInstance)
        .map(VerifiedBootFacts.class::cast)
        .toList();
  }

  @Test
  void tellsWhatAnImageDemands() {
    assertThat(found("vbmeta.img", meta(7, 3)))
        .singleElement()
        .isEqualTo(
            new VerifiedBootFacts(
                "none", false, true, 0, "", false, 7, true, true, false, List.of(), List.of()));
  }

  @Test
  void tellsThatItIsInTheFooterOfAPartition() {
    assertThat(found("boot.img", partition(meta(0, 0))))
        .singleElement()
        .satisfies(facts -> assertThat(facts.inFooter()).isTrue());
  }
}
