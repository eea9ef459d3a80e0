package dev.assay.inspect.sudo;

import dev.assay.inspect.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts what aliases stand for in their place. */
record Aliases(Sudoers sudoers, Draft draft) {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_NAMES = 4096;
  private static final Set<String> ROOT = Set.of("root", "#0", "ALL");

  /**
   * Names of users or commands, of which aliases are replaced; digests of commands are left out.
   */
  List<String> expand(Sudoers.Sort sort, List<String> names) {
    List<String> expanded = new ArrayList<>();
    names.forEach(name -> expand(sort, name, 0, expanded));
    return List.copyOf(expanded);
  }

  /**
   * Whether commands may run as root. The caller is meant where no user is named; of groups it is
   * not known who is in them, so root may be.
   *
   * @param runas users and, behind a colon, groups
   */
  boolean isRoot(String runas) {
    boolean root = false;
    String users = runas.split(":", 2)[0];
    for (String user : expand(Sudoers.Sort.RUNAS, Lists.of(users))) {
      boolean except = user.startsWith("!");
      String name = UserSpecification.unquoted(except ? user.substring(1).strip() : user);
      if (ROOT.contains(name)) {
        root = !except;
      } else if (name.startsWith("%") || name.startsWith("+")) {
        root |= !except;
      }
    }
    return root;
  }

  private void expand(Sudoers.Sort sort, String written, int depth, List<String> into) {
    String name = sort == Sudoers.Sort.COMMAND ? AllowedCommand.withoutDigest(written) : written;
    List<String> members = sudoers.alias(sort, name).orElse(List.of());
    if (!members.isEmpty() && depth > MAX_DEPTH) {
      draft.unknown("rules", "aliases name each other over more than " + MAX_DEPTH + " others");
    }
    // An empty alias counts as a name, so that each step adds something and the limit holds.
    if (members.isEmpty() || depth > MAX_DEPTH || into.size() > MAX_NAMES) {
      into.add(name);
      return;
    }
    for (String member : members) {
      if (into.size() <= MAX_NAMES
          && !(sort == Sudoers.Sort.COMMAND && AllowedCommand.isDigestAlone(member))) {
        expand(sort, member, depth + 1, into);
      }
    }
  }
}
