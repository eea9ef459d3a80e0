package dev.assay.inspect.web;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where nginx passes requests to (ngx_http_proxy_module, ngx_http_upstream_module). */
final class NginxUpstreams {
  private static final Pattern URL =
      Pattern.compile("(https?|grpcs?)://([^/]*)(.*)", Pattern.DOTALL);
  private static final Pattern FROM_REQUEST =
      Pattern.compile(".*\\$\\{?(arg_|http_|cookie_|request_uri|uri|args|query_string|[0-9]).*");
  private static final Pattern ANYWHERE =
      Pattern.compile("\\$\\{?(http_host|host)}?(:\\d+|:\\$server_port)?(\\$.*)?");

  private final Sheet sheet;
  private final Map<String, Directive> groups;

  NginxUpstreams(Sheet sheet, Map<String, Directive> groups) {
    this.sheet = sheet;
    this.groups = groups;
  }

  void describe(Scope scope, String path) {
    for (String name : List.of("proxy_pass", "grpc_pass")) {
      for (Directive pass : scope.own(name)) {
        Matcher url = URL.matcher(pass.first());
        if (url.matches()) {
          to(scope, pass, path, url.group(1), Addresses.host(url.group(2)));
        } else if (pass.first().startsWith("$")) {
          to(scope, pass, path, "http", pass.first());
        }
      }
    }
  }

  private void to(Scope scope, Directive pass, String path, String scheme, String authority) {
    if (ANYWHERE.matcher(authority).matches()) {
      sheet.openProxies.add(path + ": " + pass.first(), pass.where());
    } else if (FROM_REQUEST.matcher(authority).matches()) {
      sheet.clientUpstreams.add(path + ": " + pass.first(), pass.where());
    }
    if (authority.contains("$") || !leavesDevice(authority)) {
      return;
    }
    sheet.upstreams.add(authority, pass.where());
    if (scheme.equals("http") || scheme.equals("grpc")) {
      sheet.plainUpstreams.add(pass.first(), pass.where());
    } else if (!scope.on(pass.is("proxy_pass") ? "proxy_ssl_verify" : "grpc_ssl_verify")) {
      sheet.unverifiedUpstreams.add(pass.first(), pass.where());
    }
  }

  /** Whether a name means another host; a group of servers does if one of them is. */
  private boolean leavesDevice(String authority) {
    Directive group = groups.get(authority);
    if (group == null) {
      return !Addresses.isLocal(authority);
    }
    return Directive.every(group.block(), "server").stream()
        .anyMatch(server -> !Addresses.isLocal(server.first()));
  }
}
