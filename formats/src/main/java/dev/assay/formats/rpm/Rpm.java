package dev.assay.formats.rpm;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Encoding;
import dev.assay.formats.Memory;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/** Reads RPM packages: their payload, an archive. */
public final class Rpm implements Encoding, Carvable {
  private static final byte[] MAGIC = {(byte) 0xED, (byte) 0xAB, (byte) 0xEE, (byte) 0xDB, 3};
  private static final int LEAD = 96;
  private static final int SHA_1_OF_HEADER = 269;
  private static final int SHA_256_OF_HEADER = 273;
  private static final int MD5 = 1004;
  private static final int PAYLOAD_DIGEST = 5092;
  private static final int PAYLOAD_ALGORITHM = 5093;
  private static final int SHA_256 = 8;

  @Override
  public String type() {
    return "application/x-rpm";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(0, MAGIC) && RpmHeader.at(content, LEAD).entries() >= 0;
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    RpmHeader signature = RpmHeader.at(content, LEAD);
    RpmHeader header = RpmHeader.at(content, (signature.end() + 7) / 8 * 8);
    Bytes payload = content.from(header.end());
    Bytes told = content.slice(header.at(), header.end() - header.at());
    List<Problem> problems = new ArrayList<>();
    long at = header.at();
    check("rpm.header-digest", "SHA-256", signature.text(SHA_256_OF_HEADER), told, at, problems);
    check("rpm.header-digest", "SHA-1", signature.text(SHA_1_OF_HEADER), told, at, problems);
    if (header.number(PAYLOAD_ALGORITHM).orElse(0) == SHA_256) {
      String digest = header.text(PAYLOAD_DIGEST);
      check("rpm.payload-digest", "SHA-256", digest, payload, header.end(), problems);
    }
    // Older packages have no other digest of the payload.
    check("rpm.digest", "MD5", signature.hex(MD5, 16), content.from(header.at()), at, problems);
    return new Decoded(payload, content.size(), "", problems);
  }

  private static void check(
      String code, String algorithm, String told, Bytes bytes, long at, List<Problem> problems) {
    if (told.isEmpty()) {
      return;
    }
    String computed = HexFormat.of().formatHex(Sums.digest(algorithm, bytes));
    if (!computed.equalsIgnoreCase(told)) {
      String message = algorithm + " is " + told + ", computed " + computed + "; read anyway";
      problems.add(new Problem(code, at, message));
    }
  }

  @Override
  public List<byte[]> magics() {
    return List.of(MAGIC.clone());
  }

  /** Nothing says where the payload ends: to the end of the blob. */
  @Override
  public OptionalLong extent(Bytes here) {
    RpmHeader signature = RpmHeader.at(here, LEAD);
    RpmHeader header = RpmHeader.at(here, (signature.end() + 7) / 8 * 8);
    return header.end() < here.size() ? OptionalLong.of(here.size()) : OptionalLong.empty();
  }
}
