package dev.assay.inspect.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Logging of Apache: no access log unless one is named; an error log always, unless sent nowhere.
 */
final class ApacheLogs {
  private static final Set<String> ACCESS = Set.of("customlog", "transferlog", "globallog");

  private ApacheLogs() {}

  static void describe(List<Directive> main, List<Directive> host, Site site, Sheet sheet) {
    List<Directive> own = host.stream().filter(d -> ACCESS.contains(d.name())).toList();
    List<Directive> logs = new ArrayList<>(own);
    if (own.isEmpty()) {
      main.stream().filter(d -> ACCESS.contains(d.name())).forEach(logs::add);
    }
    boolean written = logs.stream().anyMatch(log -> !log.first().equals("/dev/null"));
    if (!site.isExposed() && sheet.accessLog.isSet()) {
      return;
    }
    if (!written) {
      sheet.accessLog.set(false, logs.isEmpty() ? site.where : logs.getLast().where());
      sheet.unloggedPlaces.add(site.name, site.where);
    } else if (!sheet.accessLog.isSet()) {
      sheet.accessLog.set(true, logs.getLast().where());
    }
    for (List<Directive> level : List.of(main, host)) {
      for (Directive log : Directive.every(level, "errorlog")) {
        sheet.errorLog.set(!log.first().equals("/dev/null"), log.where());
      }
      for (Directive log : Directive.every(level, "loglevel")) {
        if (log.all().toLowerCase(Locale.ROOT).matches(".*\\b(debug|trace\\d)\\b.*")) {
          sheet.debugLogging.add(log.all(), log.where());
        }
      }
      for (String dump : List.of("dumpioinput", "dumpiooutput")) {
        for (Directive log : Directive.every(level, dump)) {
          if (log.isOn()) {
            sheet.debugLogging.add(dump, log.where());
          }
        }
      }
    }
  }
}
