package dev.assay.compare.normal;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;

/**
 * cpio: headers without inode, time, size, device of the host and checksum, in the order of names.
 */
final class CpioNormal implements Normaliser {
  private static final int LONGEST_NAME = 1 << 16;

  @Override
  public boolean takes(String type) {
    return type.equals("application/x-cpio");
  }

  @Override
  public Normal normalise(Bytes content) {
    Headers headers = new Headers();
    long at = 0;
    String name = "";
    while (!name.equals("TRAILER!!!")) {
      CpioForm form = CpioForm.at(content, at);
      Block header = content.block(at, form.size());
      long behind = at + form.size();
      int nameSize = (int) Math.min(form.nameSize(header), LONGEST_NAME);
      name = content.block(behind, nameSize).cString(0, nameSize);
      long data = form.up(behind + nameSize);
      long next = form.up(data + form.dataSize(header));
      headers.add(
          name,
          TarNormal.concat(
              form.left(header),
              content.block(behind, nameSize).bytes(0, nameSize),
              said(content, behind + nameSize, data),
              said(content, data + form.dataSize(header), next)),
          form.time(header));
      at = next;
    }
    return new Normal(headers.kept("cpio"), headers.traits("cpio", Prints::time))
        .with(Behind.of("cpio", content, at));
  }

  /** What fills up to a whole number of words, unless it is zeros. */
  private static byte[] said(Bytes content, long from, long to) {
    if (from >= to || to > content.size()) {
      return new byte[0];
    }
    Bytes fill = content.slice(from, to - from);
    return Kept.isSaid(fill) ? fill.toArray(3) : new byte[0];
  }
}
