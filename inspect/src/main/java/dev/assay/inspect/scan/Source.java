package dev.assay.inspect.scan;

import dev.assay.formats.Bytes;
import java.nio.file.Path;

/** One image of a product: where its bytes come from and the name it has in paths. */
public sealed interface Source {
  String name();

  /** A file or directory of the host. Read only; links are not followed out of a directory. */
  record OnHost(String name, Path path) implements Source {}

  /** Bytes in memory. */
  record InMemory(String name, Bytes bytes) implements Source {}
}
