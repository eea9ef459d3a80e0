package dev.assay.compare.normal;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ar and Debian packages: headers without time (16) and size (48), in the order of names; the
 * symbol index with the member that defines each symbol, and the long names {@code //} with what
 * they hold.
 */
final class ArNormal implements Normaliser {
  private static final int HEADER = 60;
  private static final int MAX_TABLE = 16 << 20;
  private static final int MAX_NAME = 4096;

  /** A name of BSD that does not fit stands before the data. */
  private static final String BEFORE = "#1/";

  /**
   * @param name all of it
   * @param before the data, where the name does not fit into the header
   */
  private record Member(String name, long at, Bytes before, Bytes data) {}

  @Override
  public boolean takes(String type) {
    return type.equals("application/x-archive")
        || type.equals("application/vnd.debian.binary-package");
  }

  @Override
  public Normal normalise(Bytes content) {
    List<Member> members = new ArrayList<>();
    long end = members(content, members);
    Map<Long, String> places = places(members);
    Headers headers = new Headers();
    List<Kept> symbols = new ArrayList<>();
    for (Member member : members) {
      Block header = content.block(member.at(), HEADER);
      byte[] left = header.bytes(0, HEADER);
      Arrays.fill(left, 16, 28, (byte) ' ');
      Arrays.fill(left, 48, 58, (byte) ' ');
      left = TarNormal.concat(left, member.before().toArray(MAX_NAME));
      Optional<List<Kept>> index =
          ArIndex.isOne(member.name())
              ? ArIndex.of(member.name(), member.data(), places)
              : Optional.empty();
      index.ifPresent(symbols::addAll);
      if (index.isEmpty() && (ArIndex.isOne(member.name()) || member.name().equals("//"))) {
        left = TarNormal.concat(left, member.data().toArray(MAX_TABLE));
      }
      // A member of odd size is followed by a newline.
      long behind = member.at() + HEADER + number(header, 48, 10);
      if ((behind & 1) == 1 && behind < content.size() && !content.has(behind, "\n")) {
        left = TarNormal.concat(left, content.slice(behind, 1).toArray(1));
      }
      headers.add(member.name(), left, number(header, 16, 12));
    }
    List<Kept> kept = new ArrayList<>(headers.kept("ar"));
    kept.addAll(symbols);
    return new Normal(kept, headers.traits("ar", Prints::time)).with(Behind.of("ar", content, end));
  }

  /** Where they end. */
  private static long members(Bytes content, List<Member> into) {
    Bytes longNames = Bytes.of(new byte[0]);
    long at = 8;
    while (content.size() - at >= HEADER) {
      Block header = content.block(at, HEADER);
      String name = header.latin1(0, 16);
      long size = number(header, 48, 10);
      Bytes data = content.slice(at + HEADER, Math.min(size, content.size() - at - HEADER));
      if (name.startsWith("//")) {
        longNames = data;
      }
      into.add(member(name.strip(), at, data, longNames));
      at += HEADER + size + (size & 1);
    }
    return at;
  }

  private static Member member(String field, long at, Bytes data, Bytes longNames) {
    Bytes none = data.slice(0, 0);
    if (field.startsWith(BEFORE)) {
      int length = (int) Math.min(digits(field.substring(BEFORE.length())), data.size());
      if (length > 0 && length <= MAX_NAME) {
        String name = data.block(0, length).cString(0, length);
        return new Member(name, at, data.slice(0, length), data.from(length));
      }
    }
    long place = field.startsWith("/") ? digits(field.substring(1)) : -1;
    if (place >= 0 && place < longNames.size()) {
      String rest = longNames.blockUpTo(place, MAX_NAME).cString(0, MAX_NAME);
      return new Member(withoutSlash(rest.lines().findFirst().orElse("")), at, none, data);
    }
    boolean table = ArIndex.isOne(field) || field.equals("//");
    return new Member(table ? field : withoutSlash(field), at, none, data);
  }

  private static String withoutSlash(String name) {
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  /** Names by the places of their headers; of several of one name each has its number. */
  private static Map<Long, String> places(List<Member> members) {
    Map<String, Integer> seen = new HashMap<>();
    Map<Long, String> places = new HashMap<>();
    for (Member member : members) {
      int number = seen.merge(member.name(), 1, Integer::sum);
      places.put(member.at(), member.name() + (number == 1 ? "" : "[" + number + "]"));
    }
    return places;
  }

  private static long digits(String text) {
    return !text.isEmpty()
            && text.length() < 10
            && text.chars().allMatch(each -> each >= '0' && each <= '9')
        ? Long.parseLong(text)
        : -1;
  }

  private static long number(Block header, int at, int length) {
    String digits = header.latin1(at, length).strip();
    try {
      return digits.isEmpty() ? 0 : Long.parseUnsignedLong(digits) & Long.MAX_VALUE >> 1;
    } catch (NumberFormatException e) {
      throw new Malformed("ar.number", at, "`" + digits + "` is not a number");
    }
  }
}
