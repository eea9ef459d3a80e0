package dev.assay.inspect.netconf;

import dev.assay.inspect.Draft;
import dev.assay.inspect.settings.Setting;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Access control, RFC 8341: on by default; by default everybody reads and calls operations, and
 * nobody changes.
 *
 * @param everybodyMay names of rules that permit everything to every user
 */
record Nacm(boolean on, String read, String write, String exec, List<String> everybodyMay) {
  static Nacm of(Data data, String file, Draft draft) {
    return new Nacm(
        !value(data, "accessControl", "enable-nacm", "true", file, draft).equals("false"),
        value(data, "readDefault", "read-default", "permit", file, draft),
        value(data, "writeDefault", "write-default", "deny", file, draft),
        value(data, "execDefault", "exec-default", "permit", file, draft),
        everybody(data, file, draft));
  }

  /** What is said where the data is in a form that is not read. */
  static void doubt(Draft draft, String why) {
    List.of("accessControl", "readDefault", "writeDefault", "execDefault", "everybodyMay")
        .forEach(fact -> draft.unknown(fact, why));
  }

  private static String value(
      Data data, String fact, String name, String otherwise, String file, Draft draft) {
    Optional<Setting> found = data.last("nacm." + name);
    draft.seen(
        fact,
        found
            .map(Setting::at)
            .orElseGet(
                () ->
                    Evidence.whole(
                        file,
                        name + " is not set; the default " + otherwise + " of RFC 8341 holds")));
    return found.map(Setting::value).orElse(otherwise);
  }

  private static List<String> everybody(Data data, String file, Draft draft) {
    List<String> names = new ArrayList<>();
    for (Setting action : data.all("nacm.rule-list.rule.action")) {
      boolean all =
          action.value().equals("permit")
              && star(data, action, "module-name")
              && star(data, action, "access-operations")
              && data.listBeside(action, "path").isEmpty()
              && data.listBeside(action, "rpc-name").stream().allMatch("*"::equals)
              && data.listBeside(action, "notification-name").stream().allMatch("*"::equals);
      String rule = Data.parent(action.key());
      Setting list = new Setting("", rule, "", action.at());
      if (all && data.listBeside(list, "group").contains("*")) {
        draft.seen("everybodyMay[" + names.size() + "]", action.at());
        names.add(data.beside(action, "name").orElse(rule));
      }
    }
    if (names.isEmpty()) {
      draft.seen("everybodyMay", Evidence.whole(file, "no rule permits everything to group *"));
    }
    return List.copyOf(names);
  }

  /** Both are {@code *} where they are missing. */
  private static boolean star(Data data, Setting action, String name) {
    return data.beside(action, name).orElse("*").equals("*");
  }
}
