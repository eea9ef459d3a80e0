package dev.assay.catalogue.forge;

import java.util.Map;

/**
 * Makes one kind of file for controls: {@code { usr/bin/x: { elf: { pie: false } } }} asks the
 * forge named {@code elf}.
 */
public interface Forge {
  /**
   * Key of the only parameter where a control gives a list instead of a map: {@code { dpkg: [ … ]
   * }}.
   */
  String ITEMS = "items";

  /** The key that asks for it. */
  String name();

  /**
   * The bytes of the file. The same parameters give the same bytes.
   *
   * @param parameters as written in YAML: strings, integers ({@code Integer}, else {@code Long}),
   *     booleans, lists, maps in their order; a list in place of the map stands under {@link
   *     #ITEMS}
   * @throws IllegalArgumentException naming a parameter that is unknown or of the wrong type
   */
  byte[] make(Map<String, Object> parameters);
}
