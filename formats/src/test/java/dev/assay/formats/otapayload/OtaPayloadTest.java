package dev.assay.formats.otapayload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** The generator of payloads is not packaged, so they are forged. */
class OtaPayloadTest {
  private static final int BLOCK = 4096;

  private static Forged varint(Forged out, long value) {
    long rest = value;
    while (rest >= 0x80) {
      out.u8((int) rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    return out.u8((int) rest);
  }

  private static Forged number(Forged out, int field, long value) {
    return varint(varint(out, field << 3), value);
  }

  private static Forged bytes(Forged out, int field, byte[] value) {
    return varint(varint(out, field << 3 | 2), value.length).bytes(value);
  }

  private static byte[] operation(int type, int at, int length, int start, int blocks) {
    Forged operation = number(number(number(Forged.little(), 1, type), 2, at), 3, length);
    byte[] extent = number(number(Forged.little(), 1, start), 2, blocks).toArray();
    return bytes(operation, 6, extent).toArray();
  }

  private static byte[] payload(byte[] data, byte[] expected, byte[]... operations) {
    Forged partition = bytes(Forged.little(), 1, new byte[] {'b', 'o', 'o', 't'});
    byte[] digest = Sums.digest("SHA-256", Bytes.of(expected));
    partition =
        bytes(
            partition, 7, bytes(number(Forged.little(), 1, expected.length), 2, digest).toArray());
    for (byte[] operation : operations) {
      bytes(partition, 8, operation);
    }
    Forged signed = number(number(number(Forged.little(), 3, BLOCK), 4, data.length), 5, 5);
    byte[] manifest = bytes(signed, 13, partition.toArray()).toArray();
    Forged header = Forged.big().text("CrAU").u64(2, manifest.length).u32(5);
    return header.bytes(manifest).text("SIGNS").bytes(data).text("SIGNS").toArray();
  }

  private interface Writer {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] packed(byte[] content, Writer writer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packing = writer.over(out)) {
      packing.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] block(char fill) {
    byte[] block = new byte[BLOCK];
    Arrays.fill(block, (byte) fill);
    return block;
  }

  private static byte[] sample(int extra) throws IOException {
    byte[] bzip2 = packed(block('b'), BZip2CompressorOutputStream::new);
    byte[] xz = packed(block('x'), out -> new XZOutputStream(out, new LZMA2Options()));
    Forged data = Forged.little().bytes(block('a')).bytes(bzip2).bytes(xz);
    Forged expected = Forged.little().bytes(block('a')).fill(0, BLOCK).bytes(block('x'));
    expected.bytes(block('b')).fill(0, BLOCK);
    return payload(
        data.toArray(),
        expected.toArray(),
        operation(0, 0, BLOCK, 0, 1),
        operation(1, BLOCK, bzip2.length, 3, 1),
        operation(6, 0, 0, 1, 1),
        operation(8, BLOCK + bzip2.length, xz.length, 2, 1),
        operation(extra, 0, 0, 4, 1));
  }

  @Test
  void buildsPartitionsOfFullPayloads() throws Exception {
    byte[] payload = sample(7);
    assertThat(Formats.of(Bytes.of(payload)).orElseThrow()).isInstanceOf(OtaPayload.class);
    Listed listed = Listed.of(new OtaPayload(), Bytes.of(payload));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("boot.img");
    assertThat(listed.text("boot.img"))
        .isEqualTo(
            "a".repeat(BLOCK)
                + "\0".repeat(BLOCK)
                + "x".repeat(BLOCK)
                + "b".repeat(BLOCK)
                + "\0".repeat(BLOCK));
    Hostile.survives(new OtaPayload(), payload);
  }

  @Test
  void aManifestWithoutASignatureIsAProblem() throws Exception {
    byte[] payload = sample(7);
    payload[23] = 0;
    assertThat(Listed.of(new OtaPayload(), Bytes.of(payload)).problems)
        .extracting(Problem::code)
        .containsExactly("payload.unsigned");
  }

  private static Content boot(byte[] payload) {
    return Listed.of(new OtaPayload(), Bytes.of(payload)).entry("boot.img").content().orElseThrow();
  }

  @Test
  void aDeltaSaysWhyItIsNotRead() throws Exception {
    Content content = boot(sample(4));
    assertThatThrownBy(() -> content.open(new HeapMemory()))
        .isInstanceOfSatisfying(
            Malformed.class, e -> assertThat(e.problem().code()).isEqualTo("payload.delta"));
  }

  @Test
  void aWrongDigestIsAProblemAndThePartitionIsKept() throws Exception {
    byte[] payload = sample(7);
    payload[new String(payload, StandardCharsets.ISO_8859_1).indexOf("aaaa")]++;
    assertPartial(payload, "payload.digest", 5 * BLOCK);
  }

  @Test
  void blocksWrittenTwiceEndThePartition() {
    byte[] payload =
        payload(
            block('a'),
            new byte[2 * BLOCK],
            operation(0, 0, BLOCK, 0, 1),
            operation(0, 0, BLOCK, 0, 1));
    assertPartial(payload, "payload.overlap", BLOCK);
    byte[] shorter = payload(block('a'), new byte[2 * BLOCK], operation(0, 0, BLOCK, 0, 2));
    assertPartial(shorter, "payload.data", 0);
  }

  private static void assertPartial(byte[] payload, String code, long kept) {
    Content content = boot(payload);
    assertThatThrownBy(() -> content.open(new HeapMemory()))
        .isInstanceOfSatisfying(
            Content.Partial.class,
            e -> {
              assertThat(e.malformed().problem().code()).isEqualTo(code);
              assertThat(e.start().size()).isEqualTo(kept);
            });
  }
}
