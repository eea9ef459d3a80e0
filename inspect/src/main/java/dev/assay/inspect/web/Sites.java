package dev.assay.inspect.web;

import dev.assay.inspect.web.WebServerFacts.Listener;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges what only all sites of a server together tell. */
final class Sites {
  private static final Pattern MAX_AGE = Pattern.compile("max-age\\s*=\\s*\"?(\\d{1,15})");

  private Sites() {}

  static void judge(List<Site> sites, Sheet sheet) {
    for (Site site : sites) {
      if (site.isFull()) {
        sheet.config.cut("more headers or logins of " + site.name + " than are looked at");
      }
      reach(site, sheet);
      if (site.isExposed() && site.hasContent()) {
        headers(site, sheet);
      }
    }
  }

  private static void reach(Site site, Sheet sheet) {
    for (Listener listener : site.listeners) {
      sheet.listen(listener, site.where);
      if (!sheet.exposed.isSet() || !listener.loopback() && !sheet.exposed.get()) {
        sheet.exposed.set(!listener.loopback(), site.where);
      }
      if (!sheet.tls.isSet() || listener.tls() && !sheet.tls.get()) {
        sheet.tls.set(listener.tls(), site.where);
      }
    }
    for (Listener listener : site.plain()) {
      sheet.plainListeners.add(listener.shown(), site.where);
      site.logins()
          .forEach(
              (place, where) -> sheet.plainLogins.add(place + " on " + listener.shown(), where));
    }
  }

  private static void headers(Site site, Sheet sheet) {
    worst(site, "x-content-type-options", "nosniff", sheet.contentTypeOptions);
    worst(site, "content-security-policy", "", sheet.contentSecurityPolicy);
    Site.Header policy = site.headers().get("content-security-policy");
    if (policy != null && policy.value().toLowerCase(Locale.ROOT).contains("frame-ancestors")) {
      if (!sheet.frameOptions.isSet()) {
        sheet.frameOptions.set(true, policy.where());
      }
    } else {
      worst(site, "x-frame-options", "", sheet.frameOptions);
    }
    if (site.isTls()) {
      hsts(site, sheet);
    }
  }

  /** A header that all sites must send; one that lacks it decides. */
  private static void worst(Site site, String header, String holding, Value<Boolean> fact) {
    Site.Header sent = site.headers().get(header);
    if (sent != null && sent.value().toLowerCase(Locale.ROOT).contains(holding)) {
      if (!fact.isSet()) {
        fact.set(true, sent.where());
      }
    } else if (site.isDynamic()) {
      fact.leaveOpen("the programs behind " + site.name + " may send " + header);
    } else if (!fact.isSet() || fact.get()) {
      fact.set(false, site.where);
    }
  }

  private static void hsts(Site site, Sheet sheet) {
    Site.Header sent = site.headers().get("strict-transport-security");
    if (sent == null && site.isDynamic()) {
      sheet.hstsSeconds.leaveOpen(
          "the programs behind " + site.name + " may send strict-transport-security");
      return;
    }
    Matcher age = MAX_AGE.matcher(sent == null ? "" : sent.value().toLowerCase(Locale.ROOT));
    long seconds = age.find() ? Long.parseLong(age.group(1)) : 0;
    if (!sheet.hstsSeconds.isSet() || seconds < sheet.hstsSeconds.get()) {
      sheet.hstsSeconds.set(seconds, sent == null ? site.where : sent.where());
    }
  }
}
