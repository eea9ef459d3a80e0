package dev.assay.bench.instructions;

import dev.assay.formats.Bytes;
import dev.assay.formats.x86.Decoder;
import dev.assay.formats.x86.Instruction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Decodes the instructions of a listing that {@code objdump -d -w -M intel} wrote, and counts those
 * of the same length and of the same text.
 *
 * <pre>InstructionBench 32|64 NAME &lt; LISTING</pre>
 */
public final class InstructionBench {
  private static final int MOST_SHOWN = Integer.getInteger("shown", 10);
  private static final int LONGEST = 15;
  private static final byte WAIT = (byte) 0x9B;

  /** What the other knows no instruction for, and prefixes alone. */
  private static final Pattern NONE =
      Pattern.compile("\\(bad\\)|^\\.byte|^(\\w+ )*rex\\S*\\s*$|,\\?$");

  private final Decoder decoder;
  private final Map<String, String> examples = new TreeMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private long all;
  private long decoded;
  private long lengths;
  private long texts;

  private InstructionBench(Decoder decoder) {
    this.decoder = decoder;
  }

  public static void main(String[] arguments) throws IOException {
    InstructionBench bench =
        new InstructionBench(arguments[0].equals("64") ? Decoder.OF_64_BITS : Decoder.OF_32_BITS);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      lines.lines().forEach(bench::line);
    }
    bench.print(arguments[1]);
  }

  /** {@code 401000:<tab>f3 0f 1e fa <tab>endbr64}. */
  private void line(String line) {
    String[] columns = line.split("\t", 3);
    if (columns.length < 3 || !columns[0].endsWith(":") || NONE.matcher(columns[2]).find()) {
      return;
    }
    byte[] all = HexFormat.of().parseHex(columns[1].replace(" ", ""));
    long start = Long.parseUnsignedLong(columns[0].replaceAll("[ :]", ""), 16);
    int waits = all.length > 1 && all[0] == WAIT ? 1 : 0;
    compare(
        Arrays.copyOfRange(all, waits, all.length),
        start + waits,
        waits == 0 ? columns[2] : columns[2].replaceFirst("^f", "fn"));
  }

  /** The other shows fwait and what follows as one. */
  private void compare(byte[] bytes, long address, String text) {
    all++;
    Optional<Instruction> found = decode(bytes, address);
    if (found.isEmpty()) {
      differs("undecoded " + text.split(" ")[0], HexFormat.of().formatHex(bytes) + "  " + text);
      return;
    }
    decoded++;
    lengths += found.get().length() == bytes.length ? 1 : 0;
    String ours = Spelling.ours(found.get().text());
    String theirs = Spelling.theirs(text);
    if (ours.equals(theirs)) {
      texts++;
    } else {
      differs(
          "differs " + theirs.split(" ")[0],
          HexFormat.of().formatHex(bytes) + "  " + theirs + "  |  " + ours);
    }
  }

  /** With zeros behind it, so that a length that is wrong is seen. */
  private Optional<Instruction> decode(byte[] bytes, long address) {
    byte[] padded = new byte[bytes.length + LONGEST];
    System.arraycopy(bytes, 0, padded, 0, bytes.length);
    return decoder.at(Bytes.of(padded).block(0, padded.length), 0, address);
  }

  private void differs(String kind, String example) {
    counts.merge(kind, 1, Integer::sum);
    examples.putIfAbsent(kind, example);
  }

  private void print(String name) {
    System.out.printf(
        Locale.ROOT,
        "%-28s %,12d instructions, decoded %9.5f %%, of these length equal %9.5f %%, text %9.5f %%%n",
        name,
        all,
        percent(decoded, all),
        percent(lengths, decoded),
        percent(texts, decoded));
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_SHOWN)
        .forEach(
            each ->
                System.out.printf(
                    Locale.ROOT,
                    "  %7d  %s: %s%n",
                    each.getValue(),
                    each.getKey(),
                    examples.get(each.getKey())));
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? 100 : 100.0 * part / whole;
  }
}
