package dev.assay.inspect.identity;

import dev.assay.formats.Block;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Symbol;
import dev.assay.inspect.identity.code.Call;
import dev.assay.inspect.identity.code.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A function by which the libraries of a product tell their version as numbers.
 *
 * @param libraries their sonames up to {@code .so}
 * @param symbol name of the function, which the libraries export
 * @param telling how it tells the numbers
 * @param controls what proves the row
 */
record VersionFunction(
    String product,
    List<String> libraries,
    String symbol,
    Telling telling,
    VersionControls controls) {
  /** How a function tells the numbers of a version. */
  sealed interface Telling {
    /** The numbers, the major one first; nothing where the call does not tell them all. */
    Optional<List<Long>> numbers(Elf elf, Call call);
  }

  /**
   * It returns one number.
   *
   * @param weights what a step of each part adds to it, the major one's first; what is less than
   *     the last tells something else
   * @param from least number of which these are the weights
   * @param below least of which they no longer are
   */
  record Returned(List<Long> weights, long from, long below) implements Telling {
    @Override
    public Optional<List<Long>> numbers(Elf elf, Call call) {
      return call.returned().stream()
          .map(number -> number & 0xFFFFFFFFL)
          .filter(number -> number >= from && number < below)
          .mapToObj(number -> VersionNumbers.parts(number, weights))
          .findFirst();
    }

    /** {@code 100 10 1}, with {@code from 100} or {@code below 10000} behind it. */
    static Returned of(List<String> words) {
      return new Returned(
          words.stream()
              .takeWhile(word -> Character.isDigit(word.charAt(0)))
              .map(Long::decode)
              .toList(),
          behind("from", words).orElse(0L),
          behind("below", words).orElse(Long.MAX_VALUE));
    }

    private static Optional<Long> behind(String word, List<String> words) {
      int at = words.indexOf(word);
      return at < 0 ? Optional.empty() : Optional.of(Long.decode(words.get(at + 1)));
    }
  }

  /** It stores them in memory of the caller. */
  record Stored(List<Place> places) implements Telling {
    @Override
    public Optional<List<Long>> numbers(Elf elf, Call call) {
      return call.stored().keySet().containsAll(places)
          ? Optional.of(places.stream().map(call.stored()::get).toList())
          : Optional.empty();
    }
  }

  /**
   * It returns where they stand as numbers of 16 bits, one after the other.
   *
   * @param count how many
   */
  record PointedAt(int count) implements Telling {
    @Override
    public Optional<List<Long>> numbers(Elf elf, Call call) {
      long offset = call.returned().isEmpty() ? -1 : elf.offsetOf(call.returned().getAsLong());
      if (offset < 0 || offset > elf.content().size() - 2L * count) {
        return Optional.empty();
      }
      Block block = elf.content().block(offset, 2 * count);
      List<Long> numbers = new ArrayList<>();
      for (int at = 0; at < 2 * count; at += 2) {
        numbers.add((long) (elf.isLittleEndian() ? block.u16le(at) : block.u16be(at)));
      }
      return Optional.of(numbers);
    }
  }

  /** A row of {@code version-functions.tsv}. */
  static VersionFunction of(List<String> row) {
    List<String> how = List.of(row.get(3).split(" "));
    List<String> rest = how.subList(1, how.size());
    return new VersionFunction(
        row.get(0),
        List.of(row.get(1).split(" ")),
        row.get(2),
        switch (how.getFirst()) {
          case "returns" -> Returned.of(rest);
          case "stores" -> new Stored(rest.stream().map(VersionFunction::place).toList());
          case "points" -> new PointedAt(Integer.parseInt(rest.getFirst()));
          default -> throw new IllegalStateException("no way to tell numbers: " + row);
        },
        VersionControls.of(row));
  }

  /** {@code 1}, or {@code 0+8} for the third {@code int} behind it. */
  private static Place place(String text) {
    String[] parts = text.split("\\+");
    return new Place(Integer.parseInt(parts[0]), parts.length == 1 ? 0 : Long.parseLong(parts[1]));
  }

  /** The version that a library's function tells; nothing where it is not understood. */
  Optional<LoneVersion> version(Elf elf) {
    List<Symbol> functions =
        elf.dynamic().symbols().stream()
            .filter(each -> each.defined() && each.function() && each.name().equals(symbol))
            .toList();
    // Several versions of one function may tell several numbers.
    if (functions.size() != 1) {
      return Optional.empty();
    }
    long address = functions.getFirst().address();
    return Call.of(elf, address)
        .flatMap(call -> telling.numbers(elf, call))
        .flatMap(VersionNumbers::version)
        .map(
            version ->
                new LoneVersion(
                    product, version, elf.offsetOf(address & ~1L), symbol + " tells " + version));
  }
}
