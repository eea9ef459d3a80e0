package dev.assay.formats.zip;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.stream.Decoding;
import dev.assay.formats.stream.Deflate;
import dev.assay.formats.stream.Nowhere;
import dev.assay.formats.stream.Search;
import java.util.ArrayList;
import java.util.List;

/**
 * Members of an archive without a directory (cut short, or damaged at its end), by their local
 * headers.
 */
final class ZipScan {
  private static final byte[] LOCAL = {'P', 'K', 3, 4};
  private static final byte[] DESCRIPTOR = {'P', 'K', 7, 8};

  private ZipScan() {}

  static List<ZipMember> members(Bytes content) {
    List<ZipMember> members = new ArrayList<>();
    long at = Search.next(content, LOCAL, 0);
    while (at >= 0) {
      long next = at + LOCAL.length;
      try {
        ZipHeader header = ZipHeader.local(content, at);
        ZipMember member =
            header.hasDescriptor() ? described(content, header) : announced(content, header);
        members.add(member);
        next = Math.max(next, member.end);
      } catch (Malformed notOne) {
        // The four bytes were not a header.
      }
      at = Search.next(content, LOCAL, next);
    }
    return members;
  }

  private static ZipMember announced(Bytes content, ZipHeader header) {
    long available = content.size() - header.end();
    long size =
        header.compressedSize() < 0 ? available : Math.min(header.compressedSize(), available);
    ZipMember member = ZipMember.of(header, content.slice(header.end(), size), header.end() + size);
    if (size != header.compressedSize()) {
      member.problem(
          "zip.truncated",
          "announces "
              + header.compressedSize()
              + " bytes, the archive has "
              + available
              + "; these are read");
    }
    return member;
  }

  /**
   * Sizes and CRC stand behind the data: deflate tells where that is, for other methods the
   * descriptor's magic number.
   */
  private static ZipMember described(Bytes content, ZipHeader header) {
    long end;
    long size;
    int crc;
    if (header.method() == 8) {
      Decoding nowhere = new Decoding("zip", new Nowhere(), content.size(), -1);
      Deflate.End decoded = Deflate.inflate(content, header.end(), nowhere);
      end = decoded.at();
      size = decoded.size();
      crc = decoded.sum();
    } else {
      long descriptor = Search.next(content, DESCRIPTOR, header.end());
      end = descriptor < 0 ? content.size() : descriptor;
      size = end - header.end();
      crc = descriptor < 0 ? 0 : content.blockUpTo(descriptor, 8).i32le(4);
    }
    Bytes stored = content.slice(header.end(), end - header.end());
    ZipHeader known =
        new ZipHeader(
            header.name(),
            header.host(),
            header.flags(),
            header.method(),
            crc,
            stored.size(),
            size,
            header.external(),
            header.local(),
            header.uid(),
            header.gid(),
            header.end());
    return ZipMember.of(known, stored, end);
  }
}
