package dev.assay.inspect.bytecode;

import dev.assay.model.ProgramFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A row of {@code calls.tsv}: what it means that a class calls a method, reads a field or extends a
 * type.
 *
 * @param family what it tells
 * @param what its name for people
 * @param owner type that has the member, its packages parted by slashes
 * @param member name of the method or field; {@code *} for any; {@code extends} where a class
 *     extends or implements the owner
 * @param argument number of the argument that matters, from 0, the receiver not counted; -1 for
 *     none
 * @param value what it must be: a constant's text matches
 */
record Call(Family family, String what, String owner, String member, int argument, Pattern value) {
  static final String EXTENDS = "extends";
  static final String ANY = "*";

  /** Characters of a constant that are held against an expression, which may try some often. */
  private static final int LONGEST = 200;

  private static final Pattern ARGUMENT = Pattern.compile("([0-9])=(.+)");
  private static final Map<String, List<Call>> ALL = read();

  /** The rows about members of a type. */
  static List<Call> of(String owner) {
    return ALL.getOrDefault(owner, List.of());
  }

  static Stream<Call> all() {
    return ALL.values().stream().flatMap(List::stream);
  }

  boolean isMember(String name) {
    return member.equals(ANY) ? !name.equals(EXTENDS) : member.equals(name);
  }

  /** Whether the arguments are such as the row says. */
  boolean holds(List<Value> arguments) {
    if (argument < 0) {
      return true;
    }
    Optional<String> text =
        argument < arguments.size() ? arguments.get(argument).text() : Optional.empty();
    return text.map(known -> known.substring(0, Math.min(known.length(), LONGEST)))
        .filter(known -> value.matcher(known).matches())
        .isPresent();
  }

  private static Map<String, List<Call>> read() {
    Map<String, List<Call>> calls = new HashMap<>();
    for (List<String> row : ProgramFile.rows(Call.class, "calls.tsv")) {
      Matcher argument = ARGUMENT.matcher(row.get(3));
      boolean asks = argument.matches();
      for (String named : row.get(2).split(" ")) {
        int dot = named.lastIndexOf('.');
        Call call =
            new Call(
                Family.of(row.get(0)),
                row.get(1),
                named.substring(0, dot),
                named.substring(dot + 1),
                asks ? Integer.parseInt(argument.group(1)) : -1,
                Pattern.compile(asks ? argument.group(2) : "", Pattern.DOTALL));
        calls.computeIfAbsent(call.owner(), k -> new ArrayList<>()).add(call);
      }
    }
    return Map.copyOf(calls);
  }
}
