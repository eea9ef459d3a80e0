package dev.assay.inspect.mobilecore;

import dev.assay.inspect.Draft;
import dev.assay.inspect.cellular.Listener;
import dev.assay.inspect.services.Concealed;
import dev.assay.inspect.settings.Setting;
import dev.assay.model.Evidence;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The database of subscribers that {@code db_uri} names. */
final class Database {
  private static final Pattern URI =
      Pattern.compile(
          "mongodb(\\+srv)?://(?:([^@/]*)@)?(\\[[^\\]]*\\]|[^:/,?]*)([^?]*)(?:\\?(.*))?");

  private final Optional<Matcher> uri;

  Database(Optional<Setting> setting, Draft draft) {
    setting.ifPresent(
        each -> {
          Evidence shown = masked(each);
          for (String fact :
              new String[] {"database", "databaseRemote", "databaseLogin", "databaseTls"}) {
            draft.seen(fact, shown);
          }
        });
    uri = setting.map(each -> URI.matcher(each.value())).filter(Matcher::matches);
  }

  boolean present() {
    return uri.isPresent();
  }

  boolean remote() {
    return uri.map(found -> !Listener.isLocal(found.group(3))).orElse(false);
  }

  boolean login() {
    return uri.map(found -> found.group(2) != null && found.group(2).contains(":")).orElse(false);
  }

  /** {@code mongodb+srv} has TLS unless it is switched off. */
  boolean tls() {
    return uri.map(
            found -> {
              String options = found.group(5) == null ? "" : found.group(5);
              boolean asked = options.matches("(.*&)?(tls|ssl)=true(&.*)?");
              return asked
                  || found.group(1) != null && !options.matches("(.*&)?(tls|ssl)=false(&.*)?");
            })
        .orElse(false);
  }

  private static Evidence masked(Setting setting) {
    return new Evidence(
        setting.at().artifact(), setting.at().place(), Concealed.of(setting.at().excerpt()));
  }
}
