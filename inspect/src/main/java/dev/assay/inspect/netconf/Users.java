package dev.assay.inspect.netconf;

import dev.assay.inspect.Draft;
import dev.assay.inspect.settings.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * Users of a server's own list.
 *
 * @param password who may log in with a password
 * @param open who gets in without any proof
 * @param plain whose password stands readable in the data
 */
record Users(List<String> password, List<String> open, List<String> plain) {
  /**
   * @param list path of the list: {@code aaa.authentication.users.user}
   */
  static Users of(Data data, List<String> list, Draft draft) {
    Users users = new Users(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (String user : list) {
      for (Setting none : data.all(user + ".none")) {
        add(users.open, "openUsers", data, none, draft);
      }
      for (Setting password : passwords(data, user)) {
        Setting masked = password.shownAs("password …");
        add(users.password, "passwordUsers", data, masked, draft);
        // ianach:crypt-hash (RFC 7317): $0$ stands before clear text that the server is to hash.
        if (password.value().startsWith("$0$")) {
          add(users.plain, "plainPasswords", data, masked, draft);
        }
      }
    }
    return users;
  }

  private static List<Setting> passwords(Data data, String user) {
    List<Setting> found = new ArrayList<>(data.all(user + ".password"));
    data.all(user + ".password.hashed-password").stream()
        .map(each -> new Setting("", Data.parent(each.key()), each.value(), each.at()))
        .forEach(found::add);
    found.removeIf(each -> each.value().isEmpty() || each.value().matches("\\*|!.*"));
    return found;
  }

  private static void add(List<String> names, String fact, Data data, Setting value, Draft draft) {
    draft.seen(fact + "[" + names.size() + "]", value.at());
    names.add(data.beside(value, "name").orElse(Data.parent(value.key())));
  }
}
