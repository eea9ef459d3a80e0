package dev.assay.report.bom;

import dev.assay.model.Component;
import java.util.List;
import java.util.Optional;

/**
 * One part of a product.
 *
 * @param type what sort of thing it is
 * @param sha256 hex digest of its content; empty where it is not one file but told of by one
 * @param supplier who made or packaged it; empty where not declared
 * @param licenses as declared; several hold together
 * @param dependsOn ids of the parts it needs, ordered: libraries it links, packages its own needs
 */
public record Item(
    Component component,
    Type type,
    Optional<String> sha256,
    String supplier,
    List<String> licenses,
    List<String> dependsOn) {

  /** Sorts of things, as far as bills of materials tell them apart. */
  public enum Type {
    APPLICATION,
    LIBRARY,
    OPERATING_SYSTEM,
    FIRMWARE,
    CRYPTOGRAPHIC,
    DATA;

    static Type of(String kind) {
      return switch (kind) {
        case "package",
            "executable",
            "script",
            "java-code",
            "software",
            "android-package",
            "android-apex" ->
            APPLICATION;
        case "library", "dependency", "android-library" -> LIBRARY;
        case "kernel", "operating-system" -> OPERATING_SYSTEM;
        case "certificate", "private-key", "key-store" -> CRYPTOGRAPHIC;
        case "bootloader" -> FIRMWARE;
        default -> DATA;
      };
    }
  }

  public String id() {
    return component.id();
  }

  public boolean isSoftware() {
    return type != Type.DATA && type != Type.CRYPTOGRAPHIC;
  }
}
