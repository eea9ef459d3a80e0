package dev.assay.formats.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Encoding;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.PosixCksum;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No writer of these is packaged, so each header is forged from its published layout. */
class VendorHeadersTest {
  private static final String KERNEL = "kernel ".repeat(100);
  private static final String ROOT = "root file system ".repeat(100);

  /** Recognised, read without a problem, and one flipped bit in the last part noticed. */
  private static void reads(
      Container format, byte[] image, Map<String, String> parts, String damage) {
    Bytes content = Bytes.of(image);
    assertThat(Formats.of(content).orElseThrow()).hasSameClassAs(format);
    Listed listed = Listed.of(format, content);
    assertThat(listed.problems).isEmpty();
    assertThat(listed.entries).allSatisfy(entry -> assertThat(entry.problems()).isEmpty());
    assertThat(listed.paths()).containsExactlyInAnyOrderElementsOf(parts.keySet());
    parts.forEach((name, text) -> assertThat(listed.text(name)).isEqualTo(text));
    byte[] flipped = image.clone();
    int last = new String(image, StandardCharsets.ISO_8859_1).lastIndexOf(ROOT);
    flipped[last + 7] ^= 1;
    Listed damaged = Listed.of(format, Bytes.of(flipped));
    assertThat(
            Stream.concat(
                    damaged.problems.stream(),
                    damaged.entries.stream().flatMap(entry -> entry.problems().stream()))
                .map(Problem::code))
        .contains(damage);
    assertThat(damaged.paths()).containsAll(parts.keySet());
    Hostile.survives(format, image);
  }

  private static Forged trx() {
    Forged trx = Forged.little().text("HDR0").u32(0, 0).u16(0, 1);
    trx.u32(28, 28 + KERNEL.length(), 0).text(KERNEL).text(ROOT);
    trx.set32(4, trx.size());
    return trx.set32(8, ~Sums.crc32(trx.toBytes().from(12)));
  }

  @Test
  void readsTrx() {
    reads(new Trx(), trx().toArray(), Map.of("part-0", KERNEL, "part-1", ROOT), "trx.crc");
    byte[] blob = Forged.little().fill(1, 100).bytes(trx().toArray()).fill(2, 50).toArray();
    assertThat(new Trx().extent(Bytes.of(blob), 100)).hasValue(trx().size());
    blob[140] ^= 1;
    assertThat(new Trx().extent(Bytes.of(blob), 100)).isEmpty();
  }

  private static Forged item(Forged hwnp, int number, String name, int start, String data) {
    hwnp.u32(number, Sums.crc32(Bytes.of(data)), start, data.length()).text(name, 256);
    return hwnp.text("SECTION", 16).text("V1", 64).u32(0, 0);
  }

  private static Forged hwnp() {
    int start = 36 + 16 + 2 * 360;
    Forged hwnp = Forged.little().text("HWNP").u32(0, 0, start, 0, 2).u16(0, 16).u32(360, 0);
    item(hwnp.text("494|4B4|", 16), 0, "flash:kernel", start, KERNEL);
    item(hwnp, 1, "file:/var/root", start + KERNEL.length(), ROOT);
    hwnp.set32(16, Sums.crc32(hwnp.toBytes().from(20))).text(KERNEL).text(ROOT);
    return hwnp.set32(8, Sums.crc32(hwnp.toBytes().from(12)));
  }

  @Test
  void readsHuaweisUpgrades() {
    byte[] image = hwnp().toArray();
    Map<String, String> parts = Map.of("flash:kernel", KERNEL, "file:_var_root", ROOT);
    reads(new HuaweiUpgrade(), image, parts, "hwnp.item-crc");
    byte[] blob = Forged.little().fill(1, 100).bytes(image).fill(2, 50).toArray();
    assertThat(new HuaweiUpgrade().extent(Bytes.of(blob), 100)).hasValue(image.length);
    blob[140] ^= 1;
    assertThat(new HuaweiUpgrade().extent(Bytes.of(blob), 100)).isEmpty();
  }

  @Test
  void seesTheTrxBehindTheHeaderOfCybertan() {
    byte[] image =
        Forged.little().text("W54G", 14).text("U2ND", 18).bytes(trx().toArray()).toArray();
    Encoding header = (Encoding) Formats.of(Bytes.of(image)).orElseThrow();
    assertThat(header).isInstanceOf(CybertanHeader.class);
    Bytes inside = header.decode(Bytes.of(image), new HeapMemory()).bytes();
    assertThat(Formats.of(inside).orElseThrow()).isInstanceOf(Trx.class);
  }

  @Test
  void readsNetgearChk() {
    Bytes both = Bytes.of(KERNEL + ROOT);
    Forged chk = Forged.big().text("*#$^").u32(50).u64(0x0101_0000_0000_0000L);
    chk.u32(0, 0, KERNEL.length(), ROOT.length(), NetgearChk.FoldedSum.of(both), 0);
    chk.text("U12H072T00");
    chk.set32(36, NetgearChk.FoldedSum.of(chk.toBytes())).text(KERNEL).text(ROOT);
    reads(
        new NetgearChk(),
        chk.toArray(),
        Map.of("kernel", KERNEL, "rootfs", ROOT),
        "chk.image-checksum");
    byte[] header = chk.toArray();
    header[41] ^= 1;
    assertThat(Listed.of(new NetgearChk(), Bytes.of(header)).problems)
        .extracting(Problem::code)
        .containsExactly("chk.header-checksum");
  }

  @Test
  void readsTheEntitiesOfASeama() {
    Forged seama = Forged.big().u32(0x5EA3A417L).u16(0, 16).u32(0).text("signature=wrgac", 16);
    for (String image : new String[] {KERNEL, ROOT}) {
      seama.u32(0x5EA3A417L).u16(0, 8).u32(image.length());
      seama.bytes(Sums.digest("MD5", Bytes.of(image))).text("type=x", 8).text(image);
    }
    reads(new Seama(), seama.toArray(), Map.of("image-1", KERNEL, "image-2", ROOT), "seama.digest");
  }

  @Test
  void readsTpLinkVersionOne() {
    Forged image = Forged.big().u32(0x0100_0000).text("TP-LINK Technologies", 24).text("3.1", 36);
    image.u32(0x07010001, 1, 0).bytes(salt("dcd73aa5c39598fbddf9e7f40eae4738")).fillTo(0, 116);
    image.u32(0x80060000L, 0x80060000L, 512 + KERNEL.length() + ROOT.length());
    image.u32(512, KERNEL.length(), 512 + KERNEL.length(), ROOT.length(), 0, 0).fillTo(0, 512);
    image.text(KERNEL).text(ROOT);
    image.set(76, Sums.digest("MD5", image.toBytes()));
    reads(new TpLink(), image.toArray(), Map.of("kernel", KERNEL, "rootfs", ROOT), "tplink.digest");
  }

  @Test
  void readsTpLinkVersionThree() {
    Forged image = Forged.big().u32(0x0300_0000).text("ver. 1.0", 48).u32(1, 1, 1);
    image.bytes(salt("dcd73aa5c39598fbdcf9e7f40eae4737")).fillTo(0, 112);
    image.u32(512 + KERNEL.length() + ROOT.length());
    image.u32(512, KERNEL.length(), 512 + KERNEL.length(), ROOT.length(), 0, 0);
    image.u8(0x55, 0xAA).fillTo(0xFF, 512).text(KERNEL).text(ROOT);
    image.set(64, Sums.digest("MD5", image.toBytes()));
    reads(new TpLink(), image.toArray(), Map.of("kernel", KERNEL, "rootfs", ROOT), "tplink.digest");
  }

  private static byte[] salt(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  @Test
  void readsSafeLoader() {
    Forged image = Forged.big().u32(0).fill(0, 16).text("CPE510(TP-LINK|UN):1.0\r\n");
    String vendor = "CPE510(TP-LINK|UN):1.0\r\n";
    image.fillTo(0xFF, 0x1014);
    String table =
        String.format(
            "fwup-ptn os-image base 0x%05x size 0x%05x\t\r\n"
                + "fwup-ptn file-system base 0x%05x size 0x%05x\t\r\n\0",
            0x800, KERNEL.length(), 0x800 + KERNEL.length(), ROOT.length());
    image.text(table).fillTo(0xFF, 0x1814).text(KERNEL).text(ROOT).set32(0, image.size());
    Bytes salt = Bytes.of(salt("7a2b15ed9b98596de504ab44ac2a9f4e"));
    image.set(4, Sums.digest("MD5", salt, image.toBytes().from(20)));
    Listed listed = Listed.of(new SafeLoader(), image.toBytes());
    assertThat(listed.text("vendor-information")).startsWith(vendor);
    reads(
        new SafeLoader(),
        image.toArray(),
        Map.of(
            "vendor-information",
            listed.text("vendor-information"),
            "os-image",
            KERNEL,
            "file-system",
            ROOT),
        "safeloader.digest");
  }

  @Test
  void readsZyxelRas() {
    String model = "NBG6617";
    Forged image = Forged.big().u32(ZyxelRas.sum(Bytes.of(ROOT)), ROOT.length());
    image.text("V1.00(ABCT.1)\0").fillTo(0xFF, 40).u32(0).text(model + "\0").fillTo(0xFF, 108);
    image.u32(ZyxelRas.sum(Bytes.of(KERNEL)), KERNEL.length()).fillTo(0xFF, 0x10000);
    image.set32(40, ZyxelRas.sum(Bytes.of(ROOT)));
    image.set32(40, ZyxelRas.sum(image.toBytes().slice(0, 2048))).text(ROOT).text(KERNEL);
    reads(
        new ZyxelRas(),
        image.toArray(),
        Map.of("kernel", KERNEL, "rootfs", ROOT),
        "ras.rootfs-checksum");
  }

  @Test
  void readsUbiquiti() {
    Forged image = Forged.big().text("UBNT").text("XM.ar7240.v5.5.6", 256);
    image.u32(Sums.crc32(image.toBytes()), 0);
    for (Map.Entry<String, String> part :
        List.of(Map.entry("kernel", KERNEL), Map.entry("rootfs", ROOT))) {
      int at = image.size();
      image.text("PART").text(part.getKey(), 16).fill(0, 12).u32(0, 1, 0x9F050000L, 0);
      image.u32(part.getValue().length(), 0x100000).text(part.getValue());
      image.u32(Sums.crc32(image.toBytes().from(at)), 0);
    }
    byte[] signed = Forged.big().bytes(image.toArray()).text("ENDS").fill(7, 260).toArray();
    image.text("END.").u32(Sums.crc32(image.toBytes().slice(0, image.size() - 4)), 0);
    reads(
        new Ubiquiti(), image.toArray(), Map.of("kernel", KERNEL, "rootfs", ROOT), "ubnt.part-crc");
    Listed listed = Listed.of(new Ubiquiti(), Bytes.of(signed));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("kernel", "rootfs", "signature");
    byte[] cut = Arrays.copyOf(signed, signed.length - 264);
    assertThat(Listed.of(new Ubiquiti(), Bytes.of(cut)).problems)
        .extracting(Problem::code)
        .containsExactly("ubnt.end");
  }

  @Test
  void takesTheTrailerOfLinksysAway() {
    // cksum of "123456789" is 930766865.
    assertThat(PosixCksum.of(Bytes.of("123456789"))).isEqualTo(930766865);
    String image = "123456789".repeat(3);
    String crc = String.format("%X", PosixCksum.of(Bytes.of(image)));
    Forged file = Forged.big().text(image);
    file.text(String.format(".LINKSYS.01000409%-15s%-8s%-8s%-16s", "EA4500", crc, "20", "K0"));
    file.fill(0, 192);
    assertDecodes(file.toArray(), new LinksysFooter(), image, "linksys.crc");
  }

  @Test
  void readsEdimaxAndRealtek() {
    String text = "payload of even length";
    int sum = 0;
    int swapped = 0;
    for (int i = 0; i < text.length(); i += 2) {
      sum += text.charAt(i) | text.charAt(i + 1) << 8;
      swapped += text.charAt(i) << 8 | text.charAt(i + 1);
    }
    Forged edimax = Forged.little().text("CSYS").u32(0x80500000L, 0x20000).text("RN52");
    edimax.u32(text.length() + 2).text(text).u16(-sum);
    assertDecodes(edimax.toArray(), new Edimax(), text, "edimax.checksum");
    Forged realtek = Forged.big().text("cs6c").u32(0x80500000L, 0x30000, text.length() + 2);
    realtek.text(text).u16(-swapped);
    assertDecodes(realtek.toArray(), new Edimax(), text, "edimax.checksum");
  }

  @Test
  void takesTheHeaderOfMediaTekAway(@TempDir Path directory) throws Exception {
    byte[] image =
        FlashTree.in(directory)
            .image("mkimage", "mkimage -T mtk_image -n lk=1 -a 0x41e00000 -d tree/bin/noise image");
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(MediaTekPart.class);
    Encoding.Decoded decoded = new MediaTekPart().decode(Bytes.of(image), new HeapMemory());
    assertThat(decoded.problems()).isEmpty();
    assertThat(decoded.bytes().toArray(1 << 20)).isEqualTo(FlashTree.NOISE);
    assertThat(decoded.consumed()).isEqualTo(image.length);
    Bytes blob = Forged.little().fill(1, 64).bytes(image).fill(2, 64).toBytes();
    assertThat(new MediaTekPart().extent(blob, 64)).hasValue(image.length);
    byte[] cut = Arrays.copyOf(image, image.length - 9);
    assertThat(new MediaTekPart().decode(Bytes.of(cut), new HeapMemory()).problems())
        .extracting(Problem::code)
        .containsExactly("mediatek.truncated");
    Hostile.survives(new MediaTekPart(), Arrays.copyOf(image, 2000));
  }

  private static Forged zte(int type) {
    Forged file = Forged.big().u32(0x99999999L, 0x44444444L, 0x55555555L, 0xAAAAAAAAL).fill(0, 112);
    file.u32(0x04030201L, 0, 5).text("F7015").u32(0x01020304L, type).fill(0, 52);
    byte[] first = zlib("<DB><Tbl name=\"User\">");
    byte[] second = zlib("</Tbl></DB>");
    file.u32(21, first.length, 1).bytes(first);
    return file.u32(11, second.length, 0).bytes(second);
  }

  private static byte[] zlib(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(out)) {
      deflater.write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Test
  void readsConfigurationsOfZteThatAreNotEncrypted() {
    for (int start : new int[] {0, 128, 128 + 17}) {
      Bytes image = zte(0).toBytes().from(start);
      assertThat(Formats.of(image).orElseThrow()).isInstanceOf(ZteConfiguration.class);
      Encoding.Decoded decoded = new ZteConfiguration().decode(image, new HeapMemory());
      assertThat(decoded.problems()).isEmpty();
      assertThat(decoded.consumed()).isEqualTo(image.size());
      assertThat(decoded.bytes().text(100)).isEqualTo("<DB><Tbl name=\"User\"></Tbl></DB>");
    }
    Bytes cut = zte(1).toBytes();
    assertThat(
            new ZteConfiguration()
                .decode(cut.slice(0, cut.size() - 3), new HeapMemory())
                .problems())
        .extracting(Problem::code)
        .containsExactly("zte.truncated");
    assertThatThrownBy(() -> new ZteConfiguration().decode(zte(2).toBytes(), new HeapMemory()))
        .isInstanceOfSatisfying(
            Malformed.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("zte.encrypted"));
    Hostile.survives(new ZteConfiguration(), zte(0).toArray());
  }

  private static void assertDecodes(byte[] image, Encoding format, String payload, String damage) {
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).hasSameClassAs(format);
    Encoding.Decoded decoded = format.decode(Bytes.of(image), new HeapMemory());
    assertThat(decoded.problems()).isEmpty();
    assertThat(decoded.bytes().text(1 << 20)).isEqualTo(payload);
    byte[] damaged = image.clone();
    int at = new String(image, StandardCharsets.ISO_8859_1).indexOf(payload);
    damaged[at] ^= 1;
    assertThat(format.decode(Bytes.of(damaged), new HeapMemory()).problems())
        .extracting(Problem::code)
        .containsExactly(damage);
    Hostile.survives(format, image);
  }

  @Test
  void partsInTheSamePlaceAreListedOnce() {
    Forged image = Forged.big().u32(0x0100_0000).text("TP-LINK Technologies", 24).fillTo(0, 128);
    image.u32(512, 100, 520, 100, 0xFFFF_FF00L, 0xFFFF_FFFFL).fillTo(0, 512).fill('k', 200);
    Listed listed = Listed.of(new TpLink(), image.toBytes());
    assertThat(listed.paths()).containsExactly("kernel", "unnamed-0x264");
    assertThat(listed.problems)
        .extracting(Problem::code)
        .containsExactly("tplink.digest", "tplink.overlap", "tplink.range");
  }

  @Test
  void readsImagesOfDniForNetgear() {
    String text = "a kernel, and behind it a root file system";
    Forged image = Forged.big().text("device:WNDR3700\nversion:V1.0.4.68\nregion:\n", 128);
    byte[] unsummed = image.text(text).toArray();
    int sum = 0;
    for (byte each : unsummed) {
      sum += each;
    }
    assertDecodes(image.u8(0xFF - (sum & 0xFF)).toArray(), new NetgearDni(), text, "dni.checksum");
    byte[] list = Forged.big().text("device:a\nno version\n", 200).toArray();
    assertThat(new NetgearDni().recognises(Bytes.of(list))).isFalse();
  }

  @Test
  void takesTheSignatureOfSamsungAway() {
    for (int version : new int[] {2, 3}) {
      int signature = version == 2 ? 256 : 528;
      Forged image = Forged.little().text("ANDROID!").text(ROOT);
      int end = image.size();
      image.text("SignerVer0" + version, 16).text("65165289R", 16).text("A346EXXU2AWE2", 224);
      byte[] blank = Forged.little().bytes(image.toArray()).fill(0, signature).toArray();
      byte[] signed = image.text("signed").fill(7, signature - 6).toArray();
      assertThat(Formats.of(Bytes.of(signed)).orElseThrow()).isInstanceOf(SamsungSigned.class);
      Encoding.Decoded decoded = new SamsungSigned().decode(Bytes.of(signed), new HeapMemory());
      assertThat(decoded.bytes().size()).isEqualTo(end);
      assertThat(decoded.problems()).isEmpty();
      assertThat(new SamsungSigned().decode(Bytes.of(blank), new HeapMemory()).problems())
          .extracting(Problem::code)
          .containsExactly("samsung.unsigned");
      Hostile.survives(new SamsungSigned(), signed);
    }
  }
}
