package dev.assay.inspect.web;

import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an Apache virtual host serves, runs and lets change, and who may. */
final class ApachePlaces {
  private static final Set<String> SECTIONS =
      Set.of(
          "directory",
          "directorymatch",
          "location",
          "locationmatch",
          "files",
          "filesmatch",
          "proxy");
  private static final Set<String> STATUS =
      Set.of("server-status", "server-info", "ldap-status", "balancer-manager");
  private static final Set<String> DYNAMIC =
      Set.of(
          "proxypass",
          "proxypassmatch",
          "scriptalias",
          "scriptaliasmatch",
          "wsgiscriptalias",
          "fcgidwrapper",
          "passengerroot",
          "action");
  private static final Set<String> BLOCKS_ALL = Set.of("all denied", "all");

  private static final int MOST = 2000;

  private final Apache server;
  private final Includes includes;
  private final Sheet sheet;
  private final Site site;
  private final List<List<Directive>> levels;
  private final List<Directive> sections = new ArrayList<>();
  private final ApacheOptions options;
  private List<String> roots = List.of();

  ApachePlaces(
      Apache server, Includes includes, Sheet sheet, Site site, List<List<Directive>> levels) {
    this.server = server;
    this.includes = includes;
    this.sheet = sheet;
    this.site = site;
    this.levels = levels;
    for (List<Directive> level : levels) {
      List<Directive> all = level.stream().filter(d -> SECTIONS.contains(d.name())).toList();
      sections.addAll(all.subList(0, Math.min(all.size(), MOST)));
      if (all.size() > MOST) {
        includes.beyond("sections after " + MOST);
      }
    }
    this.options = new ApacheOptions(levels);
  }

  void describe() {
    List<Directive> host = levels.getLast();
    server.get(host, "documentroot").ifPresent(root -> documents(root.first(), root.where()));
    for (List<Directive> level : levels) {
      for (Directive setting : level) {
        setting(setting);
      }
      ApacheProxy.describe(level, level, sheet);
    }
    if (redirects(host)) {
      site.redirects();
    }
    roots = sheet.documentRoots.values();
    sections.forEach(this::section);
  }

  private void setting(Directive setting) {
    if (DYNAMIC.contains(setting.name())
        || setting.is("addhandler")
            && setting.first().matches("(?i).*(cgi|php|proxy:|python|perl).*")
        || setting.is("loadmodule") && setting.first().matches("(php|perl|wsgi|lua).*")) {
      site.dynamic();
    }
    switch (setting.name()) {
      case "alias" -> documents(setting.word(1), setting.where());
      case "scriptalias" -> {
        if (server.loads("cgi", "cgid", "fcgid")) {
          sheet.cgi.add(setting.first(), setting.where());
          sheet.cgiDirectory(includes.absolute(setting.word(1)), setting.where());
        }
      }
      case "userdir" -> {
        boolean on =
            !setting.first().equalsIgnoreCase("disabled")
                && !setting.first().equalsIgnoreCase("enabled");
        if (on && server.loads("userdir")) {
          sheet.userDirectories.add(setting.all(), setting.where());
        }
      }
      case "header" ->
          header(setting).ifPresent(h -> site.header(h.name(), h.value(), setting.where()));
      case "proxyrequests" -> {
        boolean limited =
            sections.stream().anyMatch(s -> s.is("proxy") && s.first().equals("*") && limited(s));
        if (setting.isOn() && !limited) {
          sheet.openProxies.add("ProxyRequests On", setting.where());
        }
      }
      case "redirectmatch" -> {
        if (setting.first().startsWith("4") && setting.word(1).contains("/\\.")) {
          sheet.refuses(setting.word(1).contains("git") ? ".git" : ".");
        }
      }
      default -> {
        // Read elsewhere, or without bearing on a fact.
      }
    }
  }

  private record Header(String name, String value) {}

  /** {@code Header [always] set NAME VALUE}. */
  private Optional<Header> header(Directive header) {
    List<String> words = new ArrayList<>(header.words());
    if (!words.isEmpty() && words.get(0).matches("(?i)always|onsuccess")) {
      words.remove(0);
    }
    boolean sets = words.size() >= 3 && words.get(0).matches("(?i)set|append|add|merge|setifempty");
    if (!sets || !server.loads("headers")) {
      return Optional.empty();
    }
    if (words.get(1).equalsIgnoreCase("Access-Control-Allow-Origin") && words.get(2).equals("*")) {
      sheet.anyOrigin.add(site.name, header.where());
    }
    return Optional.of(new Header(words.get(1).replaceFirst(":$", ""), words.get(2)));
  }

  private static boolean redirects(List<Directive> host) {
    for (Directive redirect : Directive.every(host, "redirect")) {
      List<String> words = redirect.words();
      int from = words.size() - 2;
      if (from >= 0 && words.get(from).equals("/") && words.getLast().startsWith("https://")) {
        return true;
      }
    }
    boolean rewrites = Directive.every(host, "rewriteengine").stream().anyMatch(Directive::isOn);
    return rewrites
        && Directive.every(host, "rewriterule").stream()
            .anyMatch(
                rule ->
                    rule.first().matches("\\^|\\^?/?\\(?\\.[*?+]+\\)?\\$?|\\^/\\?\\(\\.\\*\\)\\$?")
                        && rule.word(1).startsWith("https://"));
  }

  /** A document root or alias: its effective options, and what they allow. */
  private void documents(String path, Evidence where) {
    String clean = "/" + includes.absolute(path).replaceFirst("(?<!/)/+$", "");
    Documents.root(clean.substring(1), where, sheet);
    ApacheOptions.Effective effective = options.at(clean);
    Evidence decided = effective.last().map(Directive::where).orElse(where);
    allows(clean, effective.options(), decided);
    if (!sheet.symlinks.isSet() || effective.has("followsymlinks")) {
      String links =
          effective.has("followsymlinks")
              ? "all"
              : effective.has("symlinksifownermatch") ? "owner" : "none";
      sheet.symlinks.set(links, decided);
    }
  }

  private void allows(String place, Set<String> effective, Evidence where) {
    if (effective.contains("indexes") && server.loads("autoindex")) {
      sheet.listedPaths.add(place, where);
    }
    if (effective.contains("includes") && server.loads("include")) {
      sheet.ssiCommands.add(place, where);
    }
    boolean scripts =
        sheet.cgiDirectories().stream().anyMatch(d -> ("/" + d.path()).startsWith(place));
    if (effective.contains("execcgi") && server.loads("cgi", "cgid") && !scripts) {
      for (List<Directive> level : levels) {
        for (Directive handler : Directive.every(level, "addhandler")) {
          if (handler.first().equals("cgi-script")) {
            sheet.cgiAnywhere.add(
                String.join(" ", handler.words().subList(1, handler.words().size())), where);
          }
        }
      }
    }
  }

  private void section(Directive section) {
    String place = ApacheOptions.path(section);
    boolean path = section.is("directory") && !Glob.isPattern(place);
    boolean ancestor = path && roots.stream().anyMatch(d -> ApacheOptions.covers(place, d));
    boolean limited = limited(section);
    for (Directive setting : section.block()) {
      switch (setting.name()) {
        // Sections around a document root were weighed with it.
        case "options" -> {
          boolean within = roots.stream().anyMatch(d -> ApacheOptions.covers(d, place));
          if (!ancestor && (within || !path)) {
            allows(place, ApacheOptions.apply(setting, Set.of()), setting.where());
          }
        }
        case "allowoverride" -> {
          if (!setting.first().equalsIgnoreCase("none")) {
            sheet.overrides.add(place, setting.where());
          }
        }
        case "sethandler" -> handler(setting, place, limited);
        case "dav" -> dav(section, setting, place, limited);
        case "header" -> header(setting);
        case "authtype" -> {
          if (setting.first().equalsIgnoreCase("basic")) {
            sheet.basicAuth.add(place, setting.where());
            site.login(place, setting.where());
          }
        }
        case "authuserfile" ->
            sheet.passwordFile(includes.absolute(setting.first()), setting.where());
        default -> {
          // Read elsewhere, or without bearing on a fact.
        }
      }
    }
    ApacheProxy.describe(section.block(), levels.getLast(), sheet);
    refusal(section, place);
  }

  private void handler(Directive handler, String place, boolean limited) {
    String name = handler.first().toLowerCase(Locale.ROOT);
    if (name.startsWith("proxy:") || name.contains("php") || name.contains("cgi")) {
      site.dynamic();
    }
    String module =
        name.equals("server-status") ? "status" : name.equals("server-info") ? "info" : "";
    if (STATUS.contains(name) && (module.isEmpty() || server.loads(module))) {
      sheet.statusPages.add(place, handler.where());
      if (!limited && site.isExposed()) {
        sheet.openStatusPages.add(place, handler.where());
      }
    }
  }

  private void dav(Directive section, Directive dav, String place, boolean limited) {
    if (dav.first().equalsIgnoreCase("off") || !server.loads("dav")) {
      return;
    }
    sheet.writePlaces.add(place, dav.where());
    boolean methods =
        section.block().stream()
            .anyMatch(d -> (d.is("limit") || d.is("limitexcept")) && limited(d));
    if (!limited && !methods) {
      sheet.openWrites.add(place, dav.where());
    }
  }

  private void refusal(Directive section, String place) {
    boolean denies =
        section.block().stream()
            .anyMatch(
                d ->
                    d.is("require") && BLOCKS_ALL.contains(d.all().toLowerCase(Locale.ROOT))
                        || d.is("deny") && d.all().equalsIgnoreCase("from all"));
    if (!denies) {
      return;
    }
    if (place.startsWith("^\\.ht") || place.startsWith(".ht")) {
      sheet.refuses(".ht");
    } else if (place.matches("\\^\\\\\\.|\\.\\*|\\^?\\(?\\^?\\\\\\..{0,4}")) {
      sheet.refuses(".");
    } else if (place.contains("\\.git") || place.contains(".git")) {
      sheet.refuses(".git");
    } else if (place.contains("/\\.")) {
      sheet.refuses(".");
    } else if (place.contains("~$")) {
      sheet.refuses("~");
    }
  }

  /** Whether not everybody may read what a section holds. */
  static boolean limited(Directive section) {
    for (Directive setting : section.block()) {
      boolean require =
          setting.is("require")
              && !setting.all().equalsIgnoreCase("all granted")
              && !setting.words().isEmpty();
      boolean deny = setting.is("deny") && setting.all().toLowerCase(Locale.ROOT).contains("from");
      boolean nested = setting.name().startsWith("require") && limited(setting);
      if (require || deny || nested) {
        return true;
      }
    }
    return false;
  }
}
