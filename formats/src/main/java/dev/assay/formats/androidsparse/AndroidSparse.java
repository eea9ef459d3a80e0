package dev.assay.formats.androidsparse;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.Nowhere;
import java.util.List;
import java.util.OptionalLong;

/** Expands Android sparse images. */
public final class AndroidSparse implements Encoding, Carvable {
  @Override
  public String type() {
    return "application/vnd.android.sparse-image";
  }

  @Override
  public boolean recognises(Bytes content) {
    return SparseHeader.of(content).isPresent();
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    SparseHeader header =
        SparseHeader.of(content)
            .orElseThrow(() -> new Malformed("sparse.header", 0, "not a sparse image's header"));
    return new Expansion(content, header, memory).run();
  }

  @Override
  public List<byte[]> magics() {
    return List.of(SparseHeader.MAGIC.clone());
  }

  /** Only where it expands to its end without a problem. */
  @Override
  public OptionalLong extent(Bytes here) {
    return Nowhere.extent(this, here);
  }
}
