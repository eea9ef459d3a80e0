package dev.assay.inspect.web;

import java.util.List;

/**
 * How one web server will behave: what its configuration says, with the defaults of its program
 * where that is silent. With several sites, a list names the places that differ from good practice
 * and a single value is that of the worst site. Lists are empty where there is nothing to report.
 *
 * @param product {@code nginx}, {@code apache}, {@code lighttpd}, {@code uhttpd}, {@code jetty} or
 *     {@code tomcat}
 * @param config path of its main configuration inside the root
 * @param listeners where it accepts connections
 * @param exposed whether one of them is reachable from other hosts
 * @param plainListeners listeners reachable from other hosts that answer over plain HTTP with more
 *     than a redirect to HTTPS
 * @param tls whether a listener speaks TLS
 * @param tlsProtocols versions that its TLS listeners accept: {@code SSLv3}, {@code TLSv1}, {@code
 *     TLSv1.1} …
 * @param ciphers cipher settings as written; empty where the program or its library decides
 * @param weakCiphers classes of broken suites that these admit: {@code NULL}, {@code anonymous},
 *     {@code EXPORT}, {@code RC4}, {@code DES}, {@code 3DES}, {@code MD5}, {@code SEED}, {@code
 *     IDEA}
 * @param tlsCompression whether TLS compression is switched on
 * @param insecureRenegotiation whether clients may renegotiate as before RFC 5746
 * @param hstsSeconds smallest {@code max-age} of Strict-Transport-Security over the TLS sites; 0
 *     where one sends none
 * @param certificates paths of certificates
 * @param keys paths of private keys or key stores
 * @param keysReadable those of them in the root that every account may read
 * @param keysServed those of them that lie where documents are served from
 * @param defaultKeyPassword whether the key store has the password that the program came with
 * @param versionInHeaders whether the Server header tells the version
 * @param versionInErrorPages whether error pages tell the version
 * @param listedPaths places for which it lists the names of files
 * @param writePlaces places where methods such as PUT and DELETE change files
 * @param openWrites those among them that ask nobody who they are
 * @param trace whether it answers TRACE
 * @param overrides directories where files such as {@code .htaccess} change the configuration
 * @param user account that handles requests; empty where the unprivileged default of the program
 *     counts
 * @param runsAsRoot whether that is root
 * @param cgi places whose programs it runs
 * @param cgiAnywhere file name endings that make a file a program anywhere below a document root
 * @param cgiWritable directories of such programs that every account may change
 * @param shellsInCgi shells, interpreters and compilers in such directories
 * @param ssiCommands places whose pages may run commands by server side includes
 * @param statusPages pages about its own state or configuration
 * @param openStatusPages those among them that everybody may read
 * @param managementPorts remote management or shutdown interfaces that are switched on
 * @param basicAuth places that ask for a password by Basic authentication
 * @param plainLogins places that take a password over plain HTTP from other hosts
 * @param passwords entries of its password files
 * @param passwordFilesReadable password files that every account may read
 * @param passwordFilesServed password files that lie where documents are served from
 * @param documentRoots directories it serves
 * @param sensitiveRoots those among them that hold more than documents: {@code /}, {@code /etc} …
 * @param temporaryRoots those among them where every program may create files: {@code /tmp} …
 * @param writableContent documents and directories that every account may change
 * @param escapingLinks symbolic links from a document root into places that are no documents
 * @param symlinks {@code all} are followed, those of the same {@code owner}, or {@code none} (out
 *     of the root)
 * @param defaultContent pages and manuals that came with the program
 * @param testScripts scripts and examples that show how the server works inside
 * @param hiddenFiles files with a leading dot below document roots that no rule refuses: version
 *     control, passwords, settings
 * @param backupFiles copies and dumps of editors and tools below document roots
 * @param userDirectories patterns of home directories that it serves as {@code /~name/}
 * @param bodyLimit largest request body in bytes; 0 for no limit
 * @param readTimeout seconds a client may keep the server waiting for its request; 0 for no limit
 * @param clientLimits limits on requests or connections of one client
 * @param contentTypeOptions whether all sites send {@code X-Content-Type-Options: nosniff}
 * @param frameOptions whether all sites send X-Frame-Options or {@code frame-ancestors}
 * @param contentSecurityPolicy whether all sites send Content-Security-Policy
 * @param lostHeaders places whose own headers replace the security headers of the level above
 * @param anyOrigin places that let scripts of every origin read answers
 * @param accessLog whether requests are logged
 * @param unloggedPlaces sites or places for which the access log is switched off
 * @param errorLog whether errors are logged
 * @param debugLogging settings that write contents of requests or connections to the log
 * @param looseParsing settings that accept requests a strict parser refuses
 * @param upstreams other hosts that it passes requests to
 * @param plainUpstreams those among them reached without TLS
 * @param unverifiedUpstreams upstreams reached over TLS whose certificate is not checked
 * @param clientUpstreams upstream addresses that the request decides
 * @param openProxies settings that forward any request anywhere
 * @param aliasTraversals locations whose alias lets a path leave the directory
 * @param headerInjections redirects that copy decoded parts of the request into a header
 * @param rebindingFilter whether requests from private addresses to public ones are refused; only
 *     uhttpd has it
 * @param rpcAuthentication whether remote procedure calls need a session; only uhttpd has them
 * @param trustingConnectors connectors that take another host's word who the user is, without a
 *     secret; only Tomcat has them
 * @param autoDeploy directories where a file that appears is started as an application; only Tomcat
 *     has them
 * @param modules modules that are loaded, without {@code mod_} and {@code _module}; empty for
 *     programs without modules
 * @param configWritable configuration files that accounts other than root may change
 * @param missingIncludes what the configuration includes and the root does not hold
 */
public record WebServerFacts(
    String product,
    String config,
    List<Listener> listeners,
    boolean exposed,
    List<String> plainListeners,
    boolean tls,
    List<String> tlsProtocols,
    List<String> ciphers,
    List<String> weakCiphers,
    boolean tlsCompression,
    boolean insecureRenegotiation,
    long hstsSeconds,
    List<String> certificates,
    List<String> keys,
    List<String> keysReadable,
    List<String> keysServed,
    boolean defaultKeyPassword,
    boolean versionInHeaders,
    boolean versionInErrorPages,
    List<String> listedPaths,
    List<String> writePlaces,
    List<String> openWrites,
    boolean trace,
    List<String> overrides,
    String user,
    boolean runsAsRoot,
    List<String> cgi,
    List<String> cgiAnywhere,
    List<String> cgiWritable,
    List<String> shellsInCgi,
    List<String> ssiCommands,
    List<String> statusPages,
    List<String> openStatusPages,
    List<String> managementPorts,
    List<String> basicAuth,
    List<String> plainLogins,
    List<Password> passwords,
    List<String> passwordFilesReadable,
    List<String> passwordFilesServed,
    List<String> documentRoots,
    List<String> sensitiveRoots,
    List<String> temporaryRoots,
    List<String> writableContent,
    List<String> escapingLinks,
    String symlinks,
    List<String> defaultContent,
    List<String> testScripts,
    List<String> hiddenFiles,
    List<String> backupFiles,
    List<String> userDirectories,
    long bodyLimit,
    int readTimeout,
    List<String> clientLimits,
    boolean contentTypeOptions,
    boolean frameOptions,
    boolean contentSecurityPolicy,
    List<String> lostHeaders,
    List<String> anyOrigin,
    boolean accessLog,
    List<String> unloggedPlaces,
    boolean errorLog,
    List<String> debugLogging,
    List<String> looseParsing,
    List<String> upstreams,
    List<String> plainUpstreams,
    List<String> unverifiedUpstreams,
    List<String> clientUpstreams,
    List<String> openProxies,
    List<String> aliasTraversals,
    List<String> headerInjections,
    boolean rebindingFilter,
    boolean rpcAuthentication,
    List<String> trustingConnectors,
    List<String> autoDeploy,
    List<String> modules,
    List<String> configWritable,
    List<String> missingIncludes) {

  /**
   * One socket.
   *
   * @param address as written; empty for all addresses
   * @param port 0 for a socket of the file system
   * @param loopback whether only the device itself can reach it
   */
  public record Listener(String address, int port, boolean tls, boolean loopback) {
    String shown() {
      String host = address.isEmpty() ? "*" : address;
      return port == 0 ? host : host + ":" + port;
    }
  }

  /**
   * One entry of a password file.
   *
   * @param file path inside the root
   * @param scheme {@code plain}, {@code des-crypt}, {@code sha1}, {@code md5}, {@code apr1}, {@code
   *     sha256-crypt}, {@code sha512-crypt}, {@code bcrypt}, {@code system} or {@code other}
   */
  public record Password(String file, String user, String scheme) {}
}
