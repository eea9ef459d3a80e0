package dev.assay.formats.publishedkey;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.Decoding;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Decrypts images for D-Link's models of Alpha Networks, which have no mark of their own. */
public final class AlphaImage implements Encoding {
  /**
   * By what the images of a model begin with: a SEAMA's head with {@code signature=} behind it,
   * encrypted.
   */
  private static final Map<String, AlphaModel> MODELS =
      Map.of(
          "35666f68ef1afe1f34ef4f1121054ebe",
          new AlphaModel(
              "wapac25_dlink.2015_dap1665", "EfCHXytwsC6F0zsedwZc+9vDbCjE3ge4", "ggPy917jwESpnfXm"),
          "6801ccfbad6ba0ba3304b09cbb48b027",
          new AlphaModel(
              "wapac28_dlink.2015_dap1720", "qBiz6o/1RVQTtJBd3FS7FDbqogE8yoBm", "EfDMqWWxHCOhEqgY"),
          "df8c390d22b4dc29fb4ebfdbe8e18bfb",
          new AlphaModel(
              "wrgac43s_dlink.2015_dir822c1",
              "KNpsEntCcsep1jdFIs3wnXySKRGNCGmf",
              "uph587JdKHrtAUlr"),
          "f52aa0b49253bfeff821a62e28a7398b",
          new AlphaModel(
              "wrgac65_dlink.2015_dir842", "xQYoRZeD726UAbRb846kO7TeNw8eZa6u", "zufEbNF3kUafxFiE"),
          "21ddda0099d887a9d52d7eff3b5870a6",
          new AlphaModel(
              "wrgac65_dlink.2015_dir842EU",
              "xQYoRZeD726UAbRb846kO7TeNw8eZa6u",
              "zufEbNF3kUafxFiE"),
          "e313005b76df0be883245a42ff912d3d",
          new AlphaModel(
              "wrgac05_dlob.hans_dir850l", "BIuS1CVMEQG+0pUeE99jnR+vLlLd9unr", "f3+odwHhmJL1ceW1"),
          "0a14e424ff0fb4d75366a0b072feabdf",
          new AlphaModel(
              "wrgac25_dlink.2013gui_dir850l",
              "qQehHMEmEPQ5izL+cabn8bNHZXHjkp6W",
              "Mmb+IKQgnO8OuF4b"),
          "4c1b95af93725f810303964ddd760174",
          new AlphaModel(
              "wrgac37_dlink.2013gui_dir859",
              "KY0H9R2PDL3eu1J4uCVd1CK7BJ7vF1kc",
              "qbStAzIRvWeQHz5U"));

  /** The size of the image, encrypted as a block of its own behind it. */
  private static final int LAST = AesCbc.BLOCK;

  @Override
  public String type() {
    return "application/vnd.dlink.encimg";
  }

  @Override
  public boolean recognises(Bytes content) {
    return model(content).isPresent();
  }

  private static Optional<AlphaModel> model(Bytes content) {
    if (content.size() < 2 * AesCbc.BLOCK + LAST) {
      return Optional.empty();
    }
    byte[] start = content.head(AesCbc.BLOCK).bytes(0, AesCbc.BLOCK);
    return Optional.ofNullable(MODELS.get(HexFormat.of().formatHex(start)));
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    AlphaModel model =
        model(content).orElseThrow(() -> new Malformed("encimg.start", 0, "of no known model"));
    return decode(content, model, "encimg", memory);
  }

  /** Decrypts all of a content. */
  static Decoded decode(Bytes stored, AlphaModel model, String format, Memory memory) {
    Decoding decoding = new Decoding(format, memory, stored.size(), stored.size());
    model.cipher().decrypt(stored, decoding);
    Decoded decoded = decoding.finish(stored.size());
    Bytes plain = decoded.bytes();
    OptionalLong size = announced(plain);
    List<Problem> problems = new ArrayList<>(decoded.problems());
    if (size.isEmpty() && problems.isEmpty()) {
      String message = "the size that stands at the end is missing";
      problems.add(new Problem(format + ".truncated", stored.size(), message));
    }
    Bytes image = plain.slice(0, size.orElse(plain.size()));
    return new Decoded(image, stored.size(), "", List.copyOf(problems));
  }

  /** The size that stands at the end, behind padding up to the next block or a block of it. */
  private static OptionalLong announced(Bytes plain) {
    long end = plain.size() - LAST;
    if (end < 0 || plain.size() % AesCbc.BLOCK != 0) {
      return OptionalLong.empty();
    }
    long size = plain.block(end, Integer.BYTES).u32be(0);
    return size <= end && end - size <= AesCbc.BLOCK ? OptionalLong.of(size) : OptionalLong.empty();
  }
}
