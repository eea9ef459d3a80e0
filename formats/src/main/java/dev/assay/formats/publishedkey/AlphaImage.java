package dev.assay.formats.publishedkey;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.Decoding;
import dev.assay.model.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Decrypts images for D-Link's models of Alpha Networks, which have no mark of their own. */
public final class AlphaImage implements Encoding {
  private static final List<AlphaModel> MODELS =
      List.of(
          new AlphaModel(
              "wapac25_dlink.2015_dap1665", "EfCHXytwsC6F0zsedwZc+9vDbCjE3ge4", "ggPy917jwESpnfXm"),
          new AlphaModel(
              "wapac28_dlink.2015_dap1720", "qBiz6o/1RVQTtJBd3FS7FDbqogE8yoBm", "EfDMqWWxHCOhEqgY"),
          new AlphaModel(
              "wrgac43s_dlink.2015_dir822c1",
              "KNpsEntCcsep1jdFIs3wnXySKRGNCGmf",
              "uph587JdKHrtAUlr"),
          new AlphaModel(
              "wrgac65_dlink.2015_dir842", "xQYoRZeD726UAbRb846kO7TeNw8eZa6u", "zufEbNF3kUafxFiE"),
          new AlphaModel(
              "wrgac65_dlink.2015_dir842EU",
              "xQYoRZeD726UAbRb846kO7TeNw8eZa6u",
              "zufEbNF3kUafxFiE"),
          new AlphaModel(
              "wrgac05_dlob.hans_dir850l", "BIuS1CVMEQG+0pUeE99jnR+vLlLd9unr", "f3+odwHhmJL1ceW1"),
          new AlphaModel(
              "wrgac25_dlink.2013gui_dir850l",
              "qQehHMEmEPQ5izL+cabn8bNHZXHjkp6W",
              "Mmb+IKQgnO8OuF4b"),
          new AlphaModel(
              "wrgac37_dlink.2013gui_dir859",
              "KY0H9R2PDL3eu1J4uCVd1CK7BJ7vF1kc",
              "qbStAzIRvWeQHz5U"));

  private static final int SEAMA = 0x5EA3A417;
  private static final int SEAMA_HEADER = 12;
  private static final String MARK = "signature=";

  /** The size of the image, encrypted as a block of its own behind it. */
  private static final int LAST = AesCbc.BLOCK;

  private static final Map<ByteBuffer, AlphaModel> BY_START = byStart();

  /** What the images of a model begin with: the encrypted head of a SEAMA. */
  private static Map<ByteBuffer, AlphaModel> byStart() {
    Map<ByteBuffer, AlphaModel> models = new HashMap<>();
    for (AlphaModel model : MODELS) {
      int meta = (MARK.length() + model.signature().length() + 1 + 3) / 4 * 4;
      ByteBuffer head = ByteBuffer.allocate(AesCbc.BLOCK);
      head.putInt(SEAMA).putInt(meta).putInt(0).put(ascii(MARK), 0, AesCbc.BLOCK - SEAMA_HEADER);
      models.put(ByteBuffer.wrap(model.cipher().encrypt(head.array())), model);
    }
    return Map.copyOf(models);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

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
    Block head = content.head(AesCbc.BLOCK);
    return Optional.ofNullable(BY_START.get(ByteBuffer.wrap(head.bytes(0, AesCbc.BLOCK))));
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
