package dev.assay.compare;

import dev.assay.formats.Bytes;
import dev.assay.formats.Format;
import dev.assay.formats.macho.MachO;
import dev.assay.formats.pe.PortableExecutable;
import java.util.Optional;

/**
 * What a content is to those who compare it: the media type of its format, and of the programs of
 * other systems, which have none because what is in them is carved.
 */
public final class Kind {
  /** Programs of Windows and UEFI. */
  public static final String PE = "application/vnd.microsoft.portable-executable";

  /** Programs of macOS and iOS. */
  public static final String MACH_O = "application/x-mach-binary";

  private Kind() {}

  static String of(Optional<Format> format, Bytes content) {
    return format
        .map(Format::type)
        .orElseGet(() -> PortableExecutable.isAt(content) ? PE : MachO.isAt(content) ? MACH_O : "");
  }

  /** Whether contents may have been put into what has this type. */
  static boolean isCarved(String type) {
    return type.isEmpty() || type.equals(PE) || type.equals(MACH_O);
  }
}
