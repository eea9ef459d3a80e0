package dev.assay.formats.vendor;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.parts.Parts;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.List;
import java.util.OptionalLong;

/** Reads SEAMA: each entity with an image is a member. */
public final class Seama implements Container, Carvable {
  private static final byte[] MAGIC = {0x5E, (byte) 0xA3, (byte) 0xA4, 0x17};
  private static final int SEAL = 12;
  private static final int DIGEST = 16;
  private static final int MAX_ENTITIES = 1024;

  @Override
  public String type() {
    return "application/vnd.alphanetworks.seama";
  }

  @Override
  public boolean recognises(Bytes content) {
    return Entity.at(content, 0).isThere();
  }

  /**
   * @param at its offset
   * @param start of its image
   * @param size of its image in bytes, 0 of a seal
   */
  private record Entity(boolean isThere, long at, long start, long size) {
    static Entity at(Bytes content, long at) {
      if (!content.has(at, MAGIC) || at + SEAL > content.size()) {
        return new Entity(false, at, at, 0);
      }
      Block header = content.block(at, SEAL);
      long size = header.u32be(8);
      long start = at + SEAL + (size > 0 ? DIGEST : 0) + header.u16be(6);
      return new Entity(start <= content.size(), at, start, size);
    }

    long end() {
      return start + size;
    }

    List<Problem> check(Bytes content) {
      Bytes image = content.slice(start, size);
      byte[] stored = content.block(at + SEAL, DIGEST).bytes(0, DIGEST);
      return Sums.check("seama.digest", at + SEAL, stored, Sums.digest("MD5", image));
    }
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Parts parts = new Parts(content, "seama", listing);
    Entity entity = Entity.at(content, 0);
    for (int i = 0; entity.isThere() && i < MAX_ENTITIES; i++) {
      parts.reserve(entity.at(), entity.start() - entity.at());
      boolean whole = entity.end() <= content.size();
      parts.add(
          "image-" + i,
          entity.start(),
          entity.size(),
          whole && entity.size() > 0 ? entity.check(content) : List.of());
      entity = Entity.at(content, Math.min(entity.end(), content.size()));
    }
    parts.finish();
  }

  @Override
  public List<byte[]> magics() {
    return List.of(MAGIC.clone());
  }

  /** Only of an entity whose digest matches. */
  @Override
  public OptionalLong extent(Bytes here) {
    Entity entity = Entity.at(here, 0);
    return entity.isThere()
            && entity.size() > 0
            && entity.end() <= here.size()
            && entity.check(here).isEmpty()
        ? OptionalLong.of(entity.end())
        : OptionalLong.empty();
  }
}
