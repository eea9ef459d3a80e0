package dev.assay.catalogue.control;

import dev.assay.model.Owner;
import java.util.Map;

/**
 * One file of a control.
 *
 * @param path without leading slash
 * @param mode permission bits (07777)
 * @param xattrs extended attributes by name, as they are stored
 */
public record ControlFile(
    String path, Content content, int mode, Owner owner, Map<String, byte[]> xattrs) {
  public ControlFile {
    xattrs = Map.copyOf(xattrs);
  }

  /** What stands at the path. */
  public sealed interface Content {}

  /** A regular file with these bytes. */
  public record Literal(byte[] bytes) implements Content {}

  /** A regular file that a forge makes. */
  public record Forged(String forge, Map<String, Object> parameters) implements Content {}

  /** A symbolic link. */
  public record Link(String target) implements Content {}

  /** A directory. */
  public record Directory() implements Content {}

  /** A device node; {@code type} is {@code c} or {@code b}. */
  public record Device(char type, int major, int minor) implements Content {}
}
