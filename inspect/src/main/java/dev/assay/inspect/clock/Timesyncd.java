package dev.assay.inspect.clock;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.clock.TimeSyncFacts.Source;
import dev.assay.inspect.settings.DropIns;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code timesyncd.conf}: a client that knows neither keys nor NTS. */
final class Timesyncd {
  static final String NAME = "systemd/timesyncd.conf";

  /** The delivered file shows the servers that were compiled in. */
  private static final Pattern COMPILED = Pattern.compile("(?m)^#FallbackNTP=(.+)$");

  private Timesyncd() {}

  static void report(Root root, Findings findings) {
    List<SourceFile> files = DropIns.of(root, NAME);
    if (files.isEmpty()) {
      return;
    }
    SourceFile first = files.getFirst();
    Draft draft = findings.component(ClockInspector.NTP, first.path(), "systemd-timesyncd");
    files.forEach(file -> draft.artifact(file.path()));
    Map<String, Setting> own = DropIns.effective(files, "Time");
    List<Source> sources = new ArrayList<>();
    for (String key : List.of("NTP", "FallbackNTP")) {
      Setting setting = own.get(key);
      if (setting != null && sources.isEmpty()) {
        add(setting.value(), sources);
        draft.seen("sources", setting.at());
      }
    }
    Matcher compiled = COMPILED.matcher(first.text());
    if (sources.isEmpty() && compiled.find()) {
      add(compiled.group(1), sources);
      draft.seen("sources", first.whole("servers that were compiled in"));
    }
    for (String fact :
        List.of("authenticatedOnly", "servesEverybody", "openQueries", "remoteControl")) {
      draft.seen(fact, first.whole("timesyncd is a client without authentication"));
    }
    draft
        .signs(ClockInspector.signs("timesyncd", false))
        .facts(
            new TimeSyncFacts(
                "timesyncd",
                List.copyOf(sources),
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                true,
                false,
                List.of(),
                List.of(),
                Loose.writable(
                    "writableFiles", files.stream().map(SourceFile::node).toList(), draft)));
  }

  private static void add(String names, List<Source> into) {
    for (String name : names.strip().split("\\s+")) {
      if (!name.isEmpty()) {
        into.add(new Source(name, "server", false));
      }
    }
  }
}
