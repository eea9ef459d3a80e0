package dev.assay.formats.uefi;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Guid;
import dev.assay.formats.Listing;
import dev.assay.formats.Window;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lists the variables of a store, each as last written. */
final class VariableStore {
  private static final String AUTHENTICATED = "aaf32c78-947b-439a-a180-2e144ec37792";
  private static final String PLAIN = "ddcf3616-3275-4164-98b6-fe85707ffe7d";
  private static final int HEADER = 28;
  private static final int MAX_NAME = 1024;

  private VariableStore() {}

  /**
   * Where fields of a variable stand.
   *
   * @param sizes of name and data
   */
  private record Shape(int sizes, int guid, int size) {
    static Optional<Shape> of(String store) {
      return switch (store) {
        case AUTHENTICATED -> Optional.of(new Shape(36, 44, 60));
        case PLAIN -> Optional.of(new Shape(8, 16, 32));
        default -> Optional.empty();
      };
    }
  }

  static void list(Bytes volume, long at, Listing listing) {
    Block header = volume.block(at, HEADER);
    Optional<Shape> shape = Shape.of(Guid.at(header, 0));
    if (shape.isEmpty() || header.u8(20) != 0x5A) {
      listing.problem(new Problem("uefi.variables", at, "no variable store of a known kind"));
      listing.add(Entry.part("content", Content.of(volume.from(at))));
      return;
    }
    long end = at + Math.min(header.u32le(16), volume.size() - at);
    variables(volume.slice(0, end), at + HEADER, shape.get(), listing)
        .forEach((path, bytes) -> listing.add(Entry.part(path, Content.of(bytes))));
    rest(volume, end, listing);
  }

  private static Map<String, Bytes> variables(
      Bytes store, long start, Shape shape, Listing listing) {
    Map<String, Bytes> found = new LinkedHashMap<>();
    long at = (start + 3) / 4 * 4;
    Window window = new Window(store);
    while (store.size() - at >= shape.size() && window.block(at, 2).u16le(0) == 0x55AA) {
      Block variable = window.block(at, shape.size());
      long name = variable.u32le(shape.sizes());
      long data = variable.u32le(shape.sizes() + 4);
      if (name > MAX_NAME || name + data > store.size() - at - shape.size()) {
        listing.problem(
            new Problem("uefi.variable", at, "a variable is longer than the store; ends here"));
        break;
      }
      long nameAt = at + shape.size();
      if (isCurrent(variable.u8(2))) {
        String guid = Guid.at(variable, shape.guid());
        found.put(
            guid + "/" + name(window.block(nameAt, (int) name)), store.slice(nameAt + name, data));
      }
      at = (nameAt + name + data + 3) / 4 * 4;
    }
    return found;
  }

  /** Added, or being replaced while nothing newer was added; deletion clears further bits. */
  private static boolean isCurrent(int state) {
    return state == 0x3F || state == 0x3E;
  }

  private static String name(Block block) {
    String name = new String(block.bytes(0, block.size()), StandardCharsets.UTF_16LE);
    int end = name.indexOf('\0');
    return (end < 0 ? name : name.substring(0, end)).replace('/', '_');
  }

  /** Behind the store: event log and spare block, where they are used. */
  private static void rest(Bytes volume, long end, Listing listing) {
    Window window = new Window(volume);
    long used = window.skip(end, volume.size(), 0xFF);
    if (used < volume.size()) {
      listing.add(Entry.part("behind-variables", Content.of(volume.from(used))));
    }
  }
}
