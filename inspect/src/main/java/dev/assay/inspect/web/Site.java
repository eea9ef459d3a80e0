package dev.assay.inspect.web;

import dev.assay.inspect.web.WebServerFacts.Listener;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One virtual server, as far as it can be judged without knowing its program. */
final class Site {
  private static final int MOST = 200;

  final String name;
  final Evidence where;
  final List<Listener> listeners = new ArrayList<>();
  private final Map<String, Header> headers = new LinkedHashMap<>();
  private final Map<String, Evidence> logins = new LinkedHashMap<>();
  private boolean redirects;
  private boolean dynamic;
  private boolean full;

  /** A response header with its place. */
  record Header(String value, Evidence where) {}

  Site(String name, Evidence where) {
    this.name = name;
    this.where = where;
  }

  /** Over plain HTTP it only sends clients elsewhere. */
  void redirects() {
    redirects = true;
  }

  /** It passes requests to programs, which may send headers of their own. */
  void dynamic() {
    dynamic = true;
  }

  void header(String header, String value, Evidence place) {
    String name = header.toLowerCase(Locale.ROOT);
    if (headers.size() < MOST || headers.containsKey(name)) {
      headers.put(name, new Header(value, place));
    } else {
      full = true;
    }
  }

  void login(String place, Evidence evidence) {
    if (logins.size() < MOST) {
      logins.putIfAbsent(place, evidence);
    } else {
      full |= !logins.containsKey(place);
    }
  }

  /** Whether it has more headers or logins than were taken. */
  boolean isFull() {
    return full;
  }

  boolean isDynamic() {
    return dynamic;
  }

  Map<String, Header> headers() {
    return headers;
  }

  Map<String, Evidence> logins() {
    return logins;
  }

  boolean isTls() {
    return listeners.stream().anyMatch(Listener::tls);
  }

  boolean isExposed() {
    return listeners.stream().anyMatch(listener -> !listener.loopback());
  }

  /** Listeners through which others get content in the clear. */
  List<Listener> plain() {
    return redirects
        ? List.of()
        : listeners.stream().filter(each -> !each.tls() && !each.loopback()).toList();
  }

  /** Whether it answers anything but redirects. */
  boolean hasContent() {
    return !redirects || isTls();
  }
}
