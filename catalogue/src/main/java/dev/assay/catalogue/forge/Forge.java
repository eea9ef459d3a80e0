package dev.assay.catalogue.forge;

import java.util.Map;

/** Makes one kind of file for controls: {@code { usr/bin/x: { elf: { pie: false } } }} asks the forge named {@code elf}. */
public interface Forge {
  /** The key that asks for it. */
  String name();

  /**
   * The bytes of the file. The same parameters give the same bytes.
   *
   * @param parameters as written in YAML: strings, integers, booleans, lists, maps
   * @throws IllegalArgumentException naming a parameter that is unknown or of the wrong type
   */
  byte[] make(Map<String, Object> parameters);
}
