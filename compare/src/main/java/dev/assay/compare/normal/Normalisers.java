package dev.assay.compare.normal;

import java.util.List;
import java.util.Optional;

/** Table of contents: every normaliser, in the order in which they are asked. */
public final class Normalisers {
  private static final List<Normaliser> ALL =
      List.of(
          // programs
          new ElfNormal(),
          new PeNormal(),
          new MachONormal(),
          new PythonNormal(),

          // archives
          new TarNormal(),
          new CpioNormal(),
          new ArNormal(),
          new ZipNormal(),
          new RpmNormal(),

          // compressed streams
          new GzipNormal(),
          new FramesNormal(),
          new StreamNormal(),

          // file systems
          new SquashFsNormal(),
          new ExtNormal(),
          new FatNormal(),
          new ErofsNormal(),
          new CramFsNormal(),
          new RomFsNormal(),
          new JffsNormal(),
          new UbifsNormal(),
          new DiscNormal(),
          new SparseNormal(),

          // boot images
          new UImageNormal(),
          new FitNormal(),
          new BootImageNormal(),
          new VendorBootNormal(),
          new DtboNormal(),

          // documents and databases
          new PdfNormal(),
          new SqliteNormal(),

          // what no format recognises
          new PlainNormal());

  private Normalisers() {}

  /**
   * @param type media type; empty where no format recognises the content
   */
  public static Optional<Normaliser> of(String type) {
    return ALL.stream().filter(each -> each.takes(type)).findFirst();
  }

  /** Whether contents it normalises may hold the paths of source files. */
  public static boolean holdsPaths(Normaliser normaliser) {
    return normaliser instanceof ElfNormal;
  }
}
