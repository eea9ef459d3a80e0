package dev.assay.inspect.firmware;

import dev.assay.inspect.tree.Node;
import dev.assay.model.ProgramFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A row of {@code firmware-images.tsv}.
 *
 * @param type media type, and behind a blank the kind of bundle that an archive must be
 * @param name for people
 * @param check checksum or digest over the contents; empty where the format has none
 * @param mismatches codes of problems that tell of one which does not fit
 * @param key whether contents are encrypted, or signed, under a key that everybody knows
 */
record ImageFormat(
    String type, String name, String check, List<String> mismatches, Signature signature, Key key) {
  private static final String NONE = "none";

  ImageFormat {
    if (!check.isEmpty() && mismatches.isEmpty()) {
      throw new IllegalArgumentException(type + ": nothing tells that its " + check + " differs");
    }
  }

  private static final Map<String, ImageFormat> BY_TYPE =
      ProgramFile.rows(ImageFormat.class, "firmware-images.tsv").stream()
          .map(ImageFormat::of)
          .collect(Collectors.toUnmodifiableMap(ImageFormat::type, Function.identity()));

  /** How an image of the format tells whether it is signed. */
  sealed interface Signature {
    record None() implements Signature {}

    record Always() implements Signature {}

    /** There is one unless the reader tells of that problem. */
    record Unless(String problem) implements Signature {}

    /** There is one if the image has that member. */
    record Member(String name) implements Signature {}

    /** In the nodes of a flat image tree. */
    record Tree() implements Signature {}

    /** The format may have one that is not read. */
    record Unread() implements Signature {}

    private static Signature of(String cell) {
      String[] words = cell.split(" ", 2);
      return switch (words[0]) {
        case NONE -> new None();
        case "always" -> new Always();
        case "unless" -> new Unless(words[1]);
        case "member" -> new Member(words[1]);
        case "tree" -> new Tree();
        case "unread" -> new Unread();
        default -> throw new IllegalArgumentException(cell);
      };
    }
  }

  /**
   * @param published whether the format's key is
   * @param otherwise the problem that tells of another key; empty where there is no other
   */
  record Key(boolean published, String otherwise) {
    private static Key of(String cell) {
      boolean published = cell.startsWith("published");
      return new Key(published, published ? cell.substring("published".length()).strip() : "");
    }
  }

  private static ImageFormat of(List<String> row) {
    String codes = row.get(3);
    return new ImageFormat(
        row.get(0),
        row.get(1),
        row.get(2).equals(NONE) ? "" : row.get(2),
        codes.isEmpty() ? List.of() : List.of(codes.split(" ")),
        Signature.of(row.get(4)),
        Key.of(row.get(5)));
  }

  /** Whether a problem is one that the format's reader tells, or a limit that it met. */
  boolean isOfReader(String code) {
    return code.startsWith("limit.")
        || mismatches.stream().anyMatch(known -> code.startsWith(prefix(known)));
  }

  /** Whether a problem tells of a checksum, a signature or a key rather than of damage. */
  boolean tells(String code) {
    return mismatches.contains(code)
        || code.equals(key.otherwise())
        || signature instanceof Signature.Unless(String problem) && code.equals(problem);
  }

  private static String prefix(String code) {
    return code.substring(0, code.indexOf('.') + 1);
  }

  /**
   * The format of firmware images with that media type.
   *
   * @param bundle what kind of bundle an archive is; empty else
   */
  static Optional<ImageFormat> of(String type, String bundle) {
    return Optional.ofNullable(BY_TYPE.get(bundle.isEmpty() ? type : type + " " + bundle));
  }

  /** The format of what was found to be such an image. */
  static Optional<ImageFormat> of(Node node) {
    return node.facts(FirmwareImageContent.class)
        .flatMap(content -> of(node.type(), content.bundle()));
  }
}
