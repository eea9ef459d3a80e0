package dev.assay.inspect.web;

import dev.assay.inspect.Draft;
import dev.assay.inspect.identity.ProgramDefaults;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.web.WebServerFacts.Listener;
import dev.assay.inspect.web.WebServerFacts.Password;
import dev.assay.model.Evidence;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The facts of one server while its configuration is read, each with the places that prove it. A
 * fact that nothing sets has the default its interpreter gave it; where an include could not be
 * read, such a fact is unknown.
 */
final class Sheet {
  private static final int MOST_LISTENERS = 256;
  private static final int MOST_PASSWORDS = 1000;

  final String product;
  final SourceFile config;
  final ProgramDefaults defaults;
  final List<Listener> listeners = new ArrayList<>();
  final List<Password> passwords = new ArrayList<>();

  final Value<Boolean> exposed = new Value<>("exposed", false);
  final Places plainListeners = new Places("plainListeners");
  final Value<Boolean> tls = new Value<>("tls", false);
  final Places tlsProtocols = new Places("tlsProtocols");
  final Places ciphers = new Places("ciphers");
  final Places weakCiphers = new Places("weakCiphers");
  final Value<Boolean> tlsCompression = new Value<>("tlsCompression", false);
  final Value<Boolean> insecureRenegotiation = new Value<>("insecureRenegotiation", false);
  final Value<Long> hstsSeconds = new Value<>("hstsSeconds", 0L);
  final Places certificates = new Places("certificates");
  final Places keys = new Places("keys");
  final Places keysReadable = new Places("keysReadable");
  final Places keysServed = new Places("keysServed");
  final Value<Boolean> defaultKeyPassword = new Value<>("defaultKeyPassword", false);
  final Value<Boolean> versionInHeaders = new Value<>("versionInHeaders", false);
  final Value<Boolean> versionInErrorPages = new Value<>("versionInErrorPages", false);
  final Places listedPaths = new Places("listedPaths");
  final Places writePlaces = new Places("writePlaces");
  final Places openWrites = new Places("openWrites");
  final Value<Boolean> trace = new Value<>("trace", false);
  final Places overrides = new Places("overrides");
  final Value<String> user = new Value<>("user", "");
  final Value<Boolean> runsAsRoot = new Value<>("runsAsRoot", false);
  final Places cgi = new Places("cgi");
  final Places cgiAnywhere = new Places("cgiAnywhere");
  final Places cgiWritable = new Places("cgiWritable");
  final Places shellsInCgi = new Places("shellsInCgi");
  final Places ssiCommands = new Places("ssiCommands");
  final Places statusPages = new Places("statusPages");
  final Places openStatusPages = new Places("openStatusPages");
  final Places managementPorts = new Places("managementPorts");
  final Places basicAuth = new Places("basicAuth");
  final Places plainLogins = new Places("plainLogins");
  final Places passwordFilesReadable = new Places("passwordFilesReadable");
  final Places passwordFilesServed = new Places("passwordFilesServed");
  final Places documentRoots = new Places("documentRoots");
  final Places sensitiveRoots = new Places("sensitiveRoots");
  final Places temporaryRoots = new Places("temporaryRoots");
  final Places writableContent = new Places("writableContent");
  final Places escapingLinks = new Places("escapingLinks");
  final Value<String> symlinks = new Value<>("symlinks", "all");
  final Places defaultContent = new Places("defaultContent");
  final Places testScripts = new Places("testScripts");
  final Places hiddenFiles = new Places("hiddenFiles");
  final Places backupFiles = new Places("backupFiles");
  final Places userDirectories = new Places("userDirectories");
  final Value<Long> bodyLimit = new Value<>("bodyLimit", 0L);
  final Value<Integer> readTimeout = new Value<>("readTimeout", 0);
  final Places clientLimits = new Places("clientLimits");
  final Value<Boolean> contentTypeOptions = new Value<>("contentTypeOptions", false);
  final Value<Boolean> frameOptions = new Value<>("frameOptions", false);
  final Value<Boolean> contentSecurityPolicy = new Value<>("contentSecurityPolicy", false);
  final Places lostHeaders = new Places("lostHeaders");
  final Places anyOrigin = new Places("anyOrigin");
  final Value<Boolean> accessLog = new Value<>("accessLog", false);
  final Places unloggedPlaces = new Places("unloggedPlaces");
  final Value<Boolean> errorLog = new Value<>("errorLog", false);
  final Places debugLogging = new Places("debugLogging");
  final Places looseParsing = new Places("looseParsing");
  final Places upstreams = new Places("upstreams");
  final Places plainUpstreams = new Places("plainUpstreams");
  final Places unverifiedUpstreams = new Places("unverifiedUpstreams");
  final Places clientUpstreams = new Places("clientUpstreams");
  final Places openProxies = new Places("openProxies");
  final Places aliasTraversals = new Places("aliasTraversals");
  final Places headerInjections = new Places("headerInjections");
  final Value<Boolean> rebindingFilter = new Value<>("rebindingFilter", false);
  final Value<Boolean> rpcAuthentication = new Value<>("rpcAuthentication", true);
  final Places trustingConnectors = new Places("trustingConnectors");
  final Places autoDeploy = new Places("autoDeploy");
  final Places modules = new Places("modules");
  final Places configWritable = new Places("configWritable");
  final Places missingIncludes = new Places("missingIncludes");

  private final Draft draft;
  private final List<Named> passwordFiles = new ArrayList<>();
  private final List<Named> cgiDirectories = new ArrayList<>();
  private final Set<String> refusedNames = new TreeSet<>();
  private final Set<String> closedFolders = new TreeSet<>();

  /** A path that the configuration names, without leading slash. */
  record Named(String path, Evidence where) {}

  Sheet(ProgramDefaults defaults, SourceFile config, Draft draft) {
    this.product = defaults.name();
    this.config = config;
    this.defaults = defaults;
    this.draft = draft;
  }

  void listen(Listener listener, Evidence where) {
    if (listeners.size() >= MOST_LISTENERS) {
      draft.unknown("listeners", "more than " + MOST_LISTENERS + " sockets");
    } else if (!listeners.contains(listener)) {
      draft.seen("listeners[" + listeners.size() + "]", where);
      listeners.add(listener);
    }
  }

  void password(Password password, Evidence where) {
    if (passwords.size() >= MOST_PASSWORDS) {
      draft.unknown("passwords", "more than " + MOST_PASSWORDS + " passwords");
    } else {
      draft.seen("passwords[" + passwords.size() + "]", where);
      passwords.add(password);
    }
  }

  void passwordFile(String path, Evidence where) {
    add(new Named(path, where), passwordFiles);
  }

  List<Named> passwordFiles() {
    return passwordFiles;
  }

  /** A directory whose files it runs. */
  void cgiDirectory(String path, Evidence where) {
    add(new Named(path, where), cgiDirectories);
  }

  List<Named> cgiDirectories() {
    return cgiDirectories;
  }

  /** It serves no file whose name begins or ends so: {@code .}, {@code .ht}, {@code ~}. */
  void refuses(String affix) {
    if (refusedNames.size() < MOST_LISTENERS) {
      refusedNames.add(affix);
    }
  }

  boolean isRefused(String name) {
    return refusedNames.stream()
        .anyMatch(affix -> name.endsWith(affix) || affix.startsWith(".") && name.startsWith(affix));
  }

  /** It serves nothing out of the folder of this name, wherever that is. */
  void closes(String folder) {
    closedFolders.add("/" + folder + "/");
  }

  boolean isClosed(String path) {
    return closedFolders.stream().anyMatch((path + "/")::contains);
  }

  private void add(Named named, List<Named> into) {
    if (into.stream().anyMatch(n -> n.path.equals(named.path))) {
      return;
    }
    if (into.size() < MOST_LISTENERS) {
      into.add(named);
    } else {
      config.cut("more than " + MOST_LISTENERS + " files of passwords or folders of programs");
    }
  }

  /** That the default of a directive holds. */
  Evidence byDefault(String directive) {
    return config.whole(directive + " is not set; the default of " + defaults.shown());
  }

  /** Adds the TLS versions that a site offers which sets none. */
  void tlsProtocolsByDefault(String directive) {
    defaults
        .of(directive)
        .ifPresentOrElse(
            versions ->
                List.of(versions.split(" "))
                    .forEach(each -> tlsProtocols.add(each, byDefault(directive))),
            () -> unknown("tlsProtocols", defaults.silence(directive)));
  }

  /** Says that a fact cannot be established, whatever was set. */
  void unknown(String fact, String why) {
    draft.unknown(fact, why);
  }

  /** Hands the component over. */
  void complete(RiskSigns signs) {
    draft.signs(signs);
    Evidence silent = config.whole("not set; the default of " + product + " holds");
    Evidence nothing = config.whole("nothing of this kind in the configuration");
    String gap =
        missingIncludes.isEmpty()
            ? ""
            : "the configuration includes "
                + missingIncludes.values().getFirst()
                + ", which could not be read";
    for (Places places : places()) {
      places.write(draft, nothing, places == missingIncludes ? "" : gap);
    }
    for (Value<?> value : values()) {
      value.write(draft, silent, gap);
    }
    if (!gap.isEmpty() && listeners.isEmpty()) {
      draft.unknown("listeners", gap);
    }
    if (!gap.isEmpty() && passwords.isEmpty()) {
      draft.unknown("passwords", gap);
    }
    draft.facts(facts());
  }

  private List<Places> places() {
    return List.of(
        plainListeners,
        tlsProtocols,
        ciphers,
        weakCiphers,
        certificates,
        keys,
        keysReadable,
        keysServed,
        listedPaths,
        writePlaces,
        openWrites,
        overrides,
        cgi,
        cgiAnywhere,
        cgiWritable,
        shellsInCgi,
        ssiCommands,
        statusPages,
        openStatusPages,
        managementPorts,
        basicAuth,
        plainLogins,
        passwordFilesReadable,
        passwordFilesServed,
        documentRoots,
        sensitiveRoots,
        temporaryRoots,
        writableContent,
        escapingLinks,
        defaultContent,
        testScripts,
        hiddenFiles,
        backupFiles,
        userDirectories,
        clientLimits,
        lostHeaders,
        anyOrigin,
        unloggedPlaces,
        debugLogging,
        looseParsing,
        upstreams,
        plainUpstreams,
        unverifiedUpstreams,
        clientUpstreams,
        openProxies,
        aliasTraversals,
        headerInjections,
        trustingConnectors,
        autoDeploy,
        modules,
        configWritable,
        missingIncludes);
  }

  private List<Value<?>> values() {
    return List.of(
        exposed,
        tls,
        tlsCompression,
        insecureRenegotiation,
        hstsSeconds,
        defaultKeyPassword,
        versionInHeaders,
        versionInErrorPages,
        trace,
        user,
        runsAsRoot,
        symlinks,
        bodyLimit,
        readTimeout,
        contentTypeOptions,
        frameOptions,
        contentSecurityPolicy,
        accessLog,
        errorLog,
        rebindingFilter,
        rpcAuthentication);
  }

  private WebServerFacts facts() {
    return new WebServerFacts(
        product,
        config.node().inRoot(),
        List.copyOf(listeners),
        exposed.get(),
        plainListeners.values(),
        tls.get(),
        tlsProtocols.values(),
        ciphers.values(),
        weakCiphers.values(),
        tlsCompression.get(),
        insecureRenegotiation.get(),
        hstsSeconds.get(),
        certificates.values(),
        keys.values(),
        keysReadable.values(),
        keysServed.values(),
        defaultKeyPassword.get(),
        versionInHeaders.get(),
        versionInErrorPages.get(),
        listedPaths.values(),
        writePlaces.values(),
        openWrites.values(),
        trace.get(),
        overrides.values(),
        user.get(),
        runsAsRoot.get(),
        cgi.values(),
        cgiAnywhere.values(),
        cgiWritable.values(),
        shellsInCgi.values(),
        ssiCommands.values(),
        statusPages.values(),
        openStatusPages.values(),
        managementPorts.values(),
        basicAuth.values(),
        plainLogins.values(),
        List.copyOf(passwords),
        passwordFilesReadable.values(),
        passwordFilesServed.values(),
        documentRoots.values(),
        sensitiveRoots.values(),
        temporaryRoots.values(),
        writableContent.values(),
        escapingLinks.values(),
        symlinks.get(),
        defaultContent.values(),
        testScripts.values(),
        hiddenFiles.values(),
        backupFiles.values(),
        userDirectories.values(),
        bodyLimit.get(),
        readTimeout.get(),
        clientLimits.values(),
        contentTypeOptions.get(),
        frameOptions.get(),
        contentSecurityPolicy.get(),
        lostHeaders.values(),
        anyOrigin.values(),
        accessLog.get(),
        unloggedPlaces.values(),
        errorLog.get(),
        debugLogging.values(),
        looseParsing.values(),
        upstreams.values(),
        plainUpstreams.values(),
        unverifiedUpstreams.values(),
        clientUpstreams.values(),
        openProxies.values(),
        aliasTraversals.values(),
        headerInjections.values(),
        rebindingFilter.get(),
        rpcAuthentication.get(),
        trustingConnectors.values(),
        autoDeploy.values(),
        modules.values(),
        configWritable.values(),
        missingIncludes.values());
  }
}
