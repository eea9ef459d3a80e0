package dev.assay.formats.publishedkey;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Encoding.Decoded;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.Zeros;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Decrypts the images of Buffalo's routers: a tag, if there is one, and the image. */
public final class BuffaloImage implements Container, Carvable {
  private static final int MAX_BLOCKS = 64;
  private static final int SMALLEST = 6 + 1 + 4 + 1 + 4 + 1 + 4;

  @Override
  public String type() {
    return "application/vnd.buffalo.image";
  }

  /** With lengths that make sense, whatever the key. */
  @Override
  public boolean recognises(Bytes content) {
    return BuffaloBlock.isAt(content, 0)
        && content.size() > SMALLEST
        && content.has(7, new byte[3])
        && content.block(7, 4).u32be(0) <= 32;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    long at = 0;
    for (int i = 0; i < MAX_BLOCKS && BuffaloBlock.isAt(content, at); i++) {
      BuffaloBlock block = BuffaloBlock.at(content, at);
      listing.add(Entry.part(name(block, i), new Data(content, block)));
      at += block.extent(content);
    }
    long rest = Zeros.after(content, at);
    if (rest < content.size()) {
      String name = String.format(Locale.ROOT, "unnamed-0x%x", at);
      listing.add(Entry.part(name, Content.of(content.from(at))));
    }
  }

  private static String name(BuffaloBlock block, int number) {
    return (block.product().isEmpty() ? "tag" : "image") + (number == 0 ? "" : "-" + number);
  }

  private record Data(Bytes content, BuffaloBlock block) implements Content {
    @Override
    public long size() {
      return block.size();
    }

    @Override
    public Bytes open(Memory memory) {
      Decoded decoded = block.decrypt(content, memory).finish(content.size());
      List<Problem> problems = decoded.problems();
      if (!problems.isEmpty()) {
        throw new Partial(decoded.bytes(), new Malformed(problems.getFirst()));
      }
      return decoded.bytes();
    }
  }

  @Override
  public List<byte[]> magics() {
    return List.of(
        "start\0".getBytes(StandardCharsets.US_ASCII),
        "asar1\0".getBytes(StandardCharsets.US_ASCII));
  }

  /** One whose names can be decrypted and whose data are there. */
  @Override
  public OptionalLong extent(Bytes here) {
    if (!recognises(here)) {
      return OptionalLong.empty();
    }
    BuffaloBlock block = BuffaloBlock.at(here, 0);
    return block.dataAt() + block.size() <= here.size() && !block.product().isEmpty()
        ? OptionalLong.of(block.extent(here))
        : OptionalLong.empty();
  }
}
