package dev.assay.inspect.web;

import dev.assay.inspect.web.LighttpdConfig.Block;
import dev.assay.inspect.web.LighttpdConfig.Condition;
import dev.assay.inspect.web.LighttpdConfig.Item;
import dev.assay.inspect.web.LighttpdConfig.Placed;
import dev.assay.inspect.web.LighttpdConfig.Setting;
import dev.assay.inspect.web.LighttpdConfig.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a lighttpd serves, runs and lets change, and who may. */
final class LighttpdPlaces {
  private static final int MOST_LOGINS = 500;
  private static final String URL = "HTTP[\"url\"]";
  private static final List<String> USER_FILES =
      List.of(
          "auth.backend.htpasswd.userfile",
          "auth.backend.htdigest.userfile",
          "auth.backend.plain.userfile");

  private final LighttpdConfig config;
  private final Includes includes;
  private final Sheet sheet;
  private final List<Login> logins = new ArrayList<>();

  /** One path of {@code auth.require}. */
  private record Login(String path, String method, Placed setting) {}

  LighttpdPlaces(LighttpdConfig config, Includes includes, Sheet sheet) {
    this.config = config;
    this.includes = includes;
    this.sheet = sheet;
  }

  void describe() {
    authentication();
    documents();
    programs();
    status();
    writing();
    upstreams();
    for (Placed headers : placed("setenv.add-response-header", "setenv.set-response-header")) {
      boolean any =
          headers
              .setting()
              .value()
              .at("Access-Control-Allow-Origin")
              .filter(v -> v.plain().equals("*"))
              .isPresent();
      if (any && config.loads("mod_setenv")) {
        sheet.anyOrigin.add(headers.block().shown(), headers.where());
      }
    }
  }

  /** Passwords asked for on the sockets of a site. */
  void logins(Site site) {
    for (Login login : logins) {
      boolean other =
          login
                  .setting()
                  .block()
                  .condition("HTTP[\"scheme\"]")
                  .filter(c -> c.value().equals("https") != site.isTls())
                  .isPresent()
              || login
                  .setting()
                  .block()
                  .condition("SERVER[\"socket\"]")
                  .filter(
                      c ->
                          !site.name.equals(
                              Addresses.listener(c.value(), 80, Addresses.Security.PLAIN).shown()))
                  .isPresent();
      if (login.method().equals("basic") && !other) {
        site.login(login.path(), login.setting().where());
      }
    }
  }

  private void authentication() {
    boolean loaded = config.loads("mod_auth");
    for (Placed require : config.all("auth.require")) {
      for (Item rule : require.setting().value().list()) {
        String method = rule.value().at("method").map(Value::plain).orElse("");
        if (logins.size() >= MOST_LOGINS) {
          sheet.config.cut("more than " + MOST_LOGINS + " logins");
          break;
        }
        if (loaded) {
          logins.add(new Login(rule.key(), method, require));
        }
        if (loaded && method.equals("basic")) {
          sheet.basicAuth.add(
              rule.key().isEmpty() ? require.block().shown() : rule.key(), require.where());
        }
      }
    }
    for (Placed file : placed(USER_FILES.toArray(String[]::new))) {
      sheet.passwordFile(includes.absolute(file.setting().value().plain()), file.where());
    }
  }

  private void documents() {
    for (Placed root : config.all("server.document-root")) {
      Documents.root(includes.absolute(root.setting().value().plain()), root.where(), sheet);
    }
    for (Placed alias : config.all("alias.url")) {
      for (Item item : alias.setting().value().list()) {
        if (!isCgi(alias.block())) {
          Documents.root(includes.absolute(item.value().plain()), alias.where(), sheet);
        }
      }
    }
    for (Placed listing : placed("dir-listing.activate", "server.dir-listing")) {
      if (listing.setting().enabled()) {
        sheet.listedPaths.add(listing.block().shown(), listing.where());
      }
    }
    for (Placed deny : config.all("url.access-deny")) {
      boolean dotted =
          deny.block().conditions.stream()
              .anyMatch(c -> c.value().contains("/\\.") || c.value().contains("/[.]"));
      for (Item item : deny.setting().value().list()) {
        if (item.value().plain().isEmpty() && dotted) {
          sheet.refuses(".");
        } else if (!item.value().plain().isEmpty() && deny.block().isGlobal()) {
          sheet.refuses(item.value().plain());
        }
      }
    }
    for (Placed homes : config.all("userdir.path")) {
      if (config.loads("mod_userdir") && !homes.setting().value().plain().isEmpty()) {
        sheet.userDirectories.add(homes.setting().value().plain(), homes.where());
      }
    }
  }

  private static boolean isCgi(Block block) {
    return block.settings.containsKey("cgi.assign");
  }

  private void programs() {
    for (Placed assign : config.all("cgi.assign")) {
      if (!config.loads("mod_cgi") || assign.setting().value().list().isEmpty()) {
        continue;
      }
      Optional<Condition> url = assign.block().condition(URL);
      sheet.cgi.add(assign.block().shown(), assign.where());
      for (Item item : assign.setting().value().list()) {
        if (url.isEmpty()) {
          sheet.cgiAnywhere.add(item.key().isEmpty() ? "every file" : item.key(), assign.where());
        }
      }
      url.ifPresent(condition -> directory(condition, assign));
    }
    for (Placed server : placed("fastcgi.server", "scgi.server", "uwsgi.server")) {
      sheet.cgi.add(server.setting().key() + " " + server.block().shown(), server.where());
    }
    for (Placed pages : config.all("ssi.extension")) {
      boolean exec =
          pages
              .block()
              .effective("ssi.exec")
              .filter(s -> s.value().plain().equals("disable"))
              .isEmpty();
      if (config.loads("mod_ssi") && exec && !pages.setting().value().list().isEmpty()) {
        sheet.ssiCommands.add(pages.block().shown(), pages.where());
      }
    }
  }

  /** Where the programs of {@code $HTTP["url"] =~ "^/cgi-bin/"} lie. */
  private void directory(Condition url, Placed assign) {
    String prefix = url.value().replaceFirst("^\\^", "").replaceFirst("[($].*$", "");
    if (!prefix.matches("/[\\w./-]*")) {
      return;
    }
    for (Placed alias : config.all("alias.url")) {
      for (Item item : alias.setting().value().list()) {
        if (prefix.startsWith(item.key()) || item.key().startsWith(prefix)) {
          sheet.cgiDirectory(includes.absolute(item.value().plain()), assign.where());
          return;
        }
      }
    }
    assign
        .block()
        .effective("server.document-root")
        .ifPresent(
            root ->
                sheet.cgiDirectory(
                    includes.absolute(root.value().plain() + prefix), assign.where()));
  }

  private void status() {
    for (Placed page : placed("status.status-url", "status.config-url", "status.statistics-url")) {
      String path = page.setting().value().plain();
      if (config.loads("mod_status") && !path.isEmpty()) {
        sheet.statusPages.add(path, page.where());
        if (isOpen(page.block(), path)) {
          sheet.openStatusPages.add(path, page.where());
        }
      }
    }
  }

  private void writing() {
    for (Placed dav : config.all("webdav.activate")) {
      boolean readOnly =
          dav.block().effective("webdav.is-readonly").filter(Setting::enabled).isPresent();
      if (config.loads("mod_webdav") && dav.setting().enabled() && !readOnly) {
        sheet.writePlaces.add(dav.block().shown(), dav.where());
        String path =
            dav.block().condition(URL).map(c -> c.value().replaceFirst("^\\^", "")).orElse("/");
        if (isOpen(dav.block(), path)) {
          sheet.openWrites.add(dav.block().shown(), dav.where());
        }
      }
    }
  }

  private boolean isOpen(Block block, String path) {
    boolean asked =
        logins.stream()
            .anyMatch(l -> path.startsWith(l.path()) || block.equals(l.setting().block()));
    boolean limited =
        block.conditions.stream()
            .anyMatch(c -> c.field().toLowerCase(Locale.ROOT).contains("remote"));
    boolean denied =
        config.all("url.access-deny").stream()
            .anyMatch(
                deny ->
                    deny.setting().value().list().stream()
                            .anyMatch(i -> i.value().plain().isEmpty())
                        && deny.block().conditions.stream()
                            .anyMatch(c -> c.value().contains(path)));
    return !asked && !limited && !denied;
  }

  private void upstreams() {
    for (Placed proxy : config.all("proxy.server")) {
      for (Item group : proxy.setting().value().list()) {
        boolean one = group.value().at("host").isPresent();
        for (Item host : one ? List.of(group) : group.value().list()) {
          String name = host.value().at("host").map(Value::plain).orElse("");
          String port = host.value().at("port").map(Value::plain).orElse("80");
          if (!Addresses.isLocal(name)) {
            sheet.upstreams.add(name + ":" + port, proxy.where());
            sheet.plainUpstreams.add("http://" + name + ":" + port, proxy.where());
          }
        }
      }
    }
  }

  private List<Placed> placed(String... keys) {
    List<Placed> found = new ArrayList<>();
    for (String key : keys) {
      found.addAll(config.all(key));
    }
    return found;
  }
}
