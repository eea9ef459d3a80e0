package dev.assay.formats.toml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import dev.assay.formats.Malformed;
import dev.assay.formats.json.Damage;
import dev.assay.formats.json.Json;
import java.io.IOException;

/**
 * Reads TOML documents: tables are objects, and dates and numbers the texts they are written as.
 */
public final class Toml {
  private static final TomlFactory FACTORY = new TomlFactory();

  private Toml() {}

  /**
   * @throws Malformed {@code toml.damaged} where it is none, or nested deeper than Jackson allows
   */
  public static Json parse(byte[] document) {
    try (JsonParser parser = FACTORY.createParser(document)) {
      return Json.read(parser);
    } catch (IOException damage) {
      throw Damage.of("toml.damaged", "TOML", damage);
    }
  }
}
