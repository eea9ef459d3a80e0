package dev.assay.inspect.web;

import java.util.List;

/** Logging of nginx (ngx_http_log_module, core module). Both logs are on unless switched off. */
final class NginxLogs {
  private NginxLogs() {}

  static void access(Scope server, Sheet sheet, Site site) {
    if (!site.isExposed()) {
      return;
    }
    List<Directive> logs = server.all("access_log");
    if (!logs.isEmpty() && logs.stream().allMatch(NginxLogs::nowhere)) {
      sheet.unloggedPlaces.add(site.name, logs.getLast().where());
      sheet.accessLog.set(false, logs.getLast().where());
    } else if (!logs.isEmpty() && !sheet.accessLog.isSet()) {
      sheet.accessLog.set(true, logs.getLast().where());
    }
  }

  static void errors(Scope scope, Sheet sheet) {
    for (Directive log : scope.own("error_log")) {
      // Errors of requests go to the log of the inner level; the main one still takes the rest.
      if (!sheet.errorLog.isSet() || scope.is("http")) {
        sheet.errorLog.set(!nowhere(log), log.where());
      }
      if (log.words().stream().anyMatch(word -> word.startsWith("debug"))) {
        sheet.debugLogging.add(log.all(), log.where());
      }
    }
  }

  private static boolean nowhere(Directive log) {
    return log.first().equals("off") || log.first().equals("/dev/null");
  }
}
