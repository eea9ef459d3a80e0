package dev.assay.compare.change.language;

import dev.assay.compare.change.Inflated;
import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Bytes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Bitcode of LLVM: every record by its block, and names by what has them. Also where {@code rustc}
 * wraps it (rustc 1.x, {@code back/link.rs}): "RUST_OBJECT", version (4, little-endian), length
 * (8), a raw deflate stream.
 */
public final class BitcodeValues implements Values {
  private static final int MAX = 64 << 20;
  private static final String WRAPPED = "RUST_OBJECT\1\0\0\0";
  private static final int NAMES = 14;

  private static final Map<Integer, String> BLOCKS =
      Map.ofEntries(
          Map.entry(0, "info"),
          Map.entry(8, "module"),
          Map.entry(9, "attributes"),
          Map.entry(10, "attribute groups"),
          Map.entry(11, "constants"),
          Map.entry(12, "function"),
          Map.entry(13, "identification"),
          Map.entry(NAMES, "names"),
          Map.entry(15, "metadata"),
          Map.entry(16, "attached metadata"),
          Map.entry(17, "types"),
          Map.entry(22, "kinds of metadata"),
          Map.entry(23, "texts"),
          Map.entry(25, "symbols"));

  @Override
  public String what() {
    return "bitcode";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return content.size() <= MAX
        && (type.equals("application/x-llvm-bitcode")
            ? isBitcode(content)
            : type.isEmpty() && content.has(0, WRAPPED));
  }

  private static boolean isBitcode(Bytes content) {
    return content.has(0, (byte) 'B', (byte) 'C', (byte) 0xC0, (byte) 0xDE);
  }

  @Override
  public ValueSet of(Bytes content) {
    Numbered values = new Numbered();
    if (isBitcode(content)) {
      Bitstream.read(content.toArray(MAX), new Told(values));
      return values.toValueSet();
    }
    long size = content.block(15, 8).i64le(0);
    byte[] code = Inflated.of(content.slice(23, size), true, MAX);
    values.add("compressed", size + " bytes");
    Bitstream.read(code, new Told(values));
    values.rest("behind the code", content, 23 + size);
    return values.toValueSet();
  }

  /** Names each record by its block, the number of the block among its like, and its own. */
  private static final class Told implements Bitstream.Listener {
    private final Numbered values;
    private final Deque<String> open = new ArrayDeque<>();
    private final Deque<Integer> kinds = new ArrayDeque<>();
    private final Map<String, Integer> blocks = new HashMap<>();
    private final Map<String, Integer> records = new HashMap<>();

    Told(Numbered values) {
      this.values = values;
    }

    @Override
    public void enter(int block) {
      String name = outer() + BLOCKS.getOrDefault(block, "block " + block);
      int number = blocks.merge(name, 1, Integer::sum);
      open.push(number == 1 ? name : name + "[" + number + "]");
      kinds.push(block);
    }

    @Override
    public void leave() {
      open.pop();
      kinds.pop();
    }

    @Override
    public void record(int code, List<Long> operands, byte[] blob) {
      if (kinds.getFirst() == NAMES && !operands.isEmpty()) {
        String of = (code == 2 ? "label " : code == 1 ? "value " : "code " + code + " ");
        values.add(
            open.getFirst() + " " + of + operands.getFirst(),
            text(operands.subList(1, operands.size())));
        return;
      }
      int number = records.merge(open.getFirst(), 1, Integer::sum);
      String shown =
          operands.size() > 3 && isText(operands)
              ? "`" + text(operands) + "`"
              : operands.stream().map(String::valueOf).collect(Collectors.joining(" "));
      String behind = blob.length == 0 ? "" : " " + values.sized(Bytes.of(blob));
      values.add(open.getFirst() + " record " + number, "code " + code + ": " + shown + behind);
    }

    private String outer() {
      return open.isEmpty() ? "" : open.getFirst() + "/";
    }

    private static boolean isText(List<Long> operands) {
      return operands.stream().allMatch(each -> each >= 0x20 && each < 0x7F);
    }

    private static String text(List<Long> operands) {
      return operands.stream()
          .map(each -> String.valueOf((char) (each & 0xFF)))
          .collect(Collectors.joining());
    }
  }
}
