package dev.assay.compare.normal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

/** Any bytes for each normaliser: it answers or throws Malformed. */
class NormalisersFuzzTest {
  @FuzzTest
  void elf(byte[] content) {
    survives(new ElfNormal(), content);
  }

  @FuzzTest
  void pe(byte[] content) {
    survives(new PeNormal(), content);
  }

  @FuzzTest
  void machO(byte[] content) {
    survives(new MachONormal(), content);
  }

  @FuzzTest
  void python(byte[] content) {
    survives(new PythonNormal(), content);
  }

  @FuzzTest
  void disc(byte[] content) {
    survives(new DiscNormal(), content);
  }

  @FuzzTest
  void tar(byte[] content) {
    survives(new TarNormal(), content);
  }

  @FuzzTest
  void cpio(byte[] content) {
    survives(new CpioNormal(), content);
  }

  @FuzzTest
  void ar(byte[] content) {
    survives(new ArNormal(), content);
  }

  @FuzzTest
  void zip(byte[] content) {
    survives(new ZipNormal(), content);
  }

  @FuzzTest
  void rpm(byte[] content) {
    survives(new RpmNormal(), content);
  }

  @FuzzTest
  void gzip(byte[] content) {
    survives(new GzipNormal(), content);
  }

  @FuzzTest
  void frames(byte[] content) {
    survives(new FramesNormal(), content);
  }

  @FuzzTest
  void stream(byte[] content) {
    survives(new StreamNormal(), content);
  }

  @FuzzTest
  void squashFs(byte[] content) {
    survives(new SquashFsNormal(), content);
  }

  @FuzzTest
  void ext(byte[] content) {
    survives(new ExtNormal(), content);
  }

  @FuzzTest
  void fat(byte[] content) {
    survives(new FatNormal(), content);
  }

  @FuzzTest
  void erofs(byte[] content) {
    survives(new ErofsNormal(), content);
  }

  @FuzzTest
  void cramFs(byte[] content) {
    survives(new CramFsNormal(), content);
  }

  @FuzzTest
  void romFs(byte[] content) {
    survives(new RomFsNormal(), content);
  }

  @FuzzTest
  void jffs(byte[] content) {
    survives(new JffsNormal(), content);
  }

  @FuzzTest
  void ubifs(byte[] content) {
    survives(new UbifsNormal(), content);
  }

  @FuzzTest
  void sparse(byte[] content) {
    survives(new SparseNormal(), content);
  }

  @FuzzTest
  void uImage(byte[] content) {
    survives(new UImageNormal(), content);
  }

  @FuzzTest
  void fit(byte[] content) {
    survives(new FitNormal(), content);
  }

  @FuzzTest
  void bootImage(byte[] content) {
    survives(new BootImageNormal(), content);
  }

  @FuzzTest
  void vendorBoot(byte[] content) {
    survives(new VendorBootNormal(), content);
  }

  @FuzzTest
  void dtbo(byte[] content) {
    survives(new DtboNormal(), content);
  }

  @FuzzTest
  void pdf(byte[] content) {
    survives(new PdfNormal(), content);
  }

  @FuzzTest
  void sqlite(byte[] content) {
    survives(new SqliteNormal(), content);
  }

  @FuzzTest
  void plain(byte[] content) {
    survives(new PlainNormal(), content);
  }

  static void survives(Normaliser normaliser, byte[] content) {
    try {
      normaliser.normalise(Bytes.of(content));
    } catch (Malformed refused) {
      // Such contents are compared as they are.
    }
  }
}
