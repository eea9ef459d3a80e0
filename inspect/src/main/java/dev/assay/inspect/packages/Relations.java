package dev.assay.inspect.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a package needs of others and gives to them, by name; versions are left out, since a package
 * manager has seen to them.
 *
 * @param needs alternatives of each need, the preferred one first
 * @param provides further names it answers to
 */
record Relations(List<List<String>> needs, List<String> provides) {
  /** The fields of a control file (deb-control(5)): {@code libc6 (>= 2.36), perl:any | perl5}. */
  static Relations ofControl(String preDepends, String depends, String provides) {
    List<List<String>> needs = new ArrayList<>();
    for (String clause : (preDepends + "," + depends).split(",")) {
      List<String> names =
          Stream.of(clause.split("\\|")).map(Relations::bare).filter(n -> !n.isEmpty()).toList();
      if (!names.isEmpty()) {
        needs.add(names);
      }
    }
    return new Relations(
        needs,
        Stream.of(provides.split(",")).map(Relations::bare).filter(n -> !n.isEmpty()).toList());
  }

  /**
   * Words with an operator and a version behind: {@code so:libc.musl-x86_64.so.1 busybox>=1.36}.
   */
  static Relations ofWords(String depends, String provides) {
    return new Relations(
        words(depends).filter(name -> !name.startsWith("!")).map(List::of).toList(),
        words(provides).toList());
  }

  /** Names as rpm's header lists them. */
  static Relations ofNames(List<String> requires, List<String> provides) {
    return new Relations(requires.stream().map(List::of).toList(), provides);
  }

  /** The packages with the names of those they need, of one package manager each. */
  static List<Installed> resolved(List<Installed> packages) {
    Map<String, String> owners = new HashMap<>();
    packages.forEach(each -> owners.putIfAbsent(key(each, each.facts().name()), own(each)));
    packages.forEach(
        each ->
            each.relations()
                .provides()
                .forEach(name -> owners.putIfAbsent(key(each, name), own(each))));
    return packages.stream().map(each -> each.dependingOn(needed(each, owners))).toList();
  }

  private static List<String> needed(Installed user, Map<String, String> owners) {
    return user.relations().needs().stream()
        .map(
            names ->
                names.stream()
                    .map(name -> Optional.ofNullable(owners.get(key(user, name))))
                    .flatMap(Optional::stream)
                    .findFirst())
        .flatMap(Optional::stream)
        .filter(name -> !name.equals(own(user)))
        .distinct()
        .sorted()
        .toList();
  }

  private static String own(Installed each) {
    return each.facts().name();
  }

  private static String key(Installed each, String name) {
    return each.facts().manager() + " " + name;
  }

  /** The name before version, architecture and profile. */
  private static String bare(String relation) {
    return relation.strip().split("[\\s(:\\[<]", 2)[0];
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.split("\\s+"))
        .map(w -> w.split("[<>=~@]", 2)[0])
        .filter(w -> !w.isEmpty());
  }
}
