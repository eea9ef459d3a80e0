package dev.assay.inspect.crypto;

import java.util.List;

/**
 * System-wide settings of a TLS library.
 *
 * @param library {@code openssl}, {@code gnutls} or {@code crypto-policies}
 * @param minimum lowest protocol: {@code SSLv3}, {@code TLSv1}, {@code TLSv1.1}, {@code TLSv1.2} …;
 *     empty where the library's own holds
 * @param securityLevel of OpenSSL, 0 to 5; −1 where the library's own holds
 * @param ciphers words of the cipher list or priority string that add something
 * @param providers of OpenSSL that are activated
 * @param unsafeRenegotiation whether renegotiation without RFC 5746 is taken
 * @param legacyServers whether servers without RFC 5746 are connected to
 * @param policy name of the system's crypto policy: {@code DEFAULT:SHA1}; empty where there is none
 * @param modules files that are loaded as engines or providers
 * @param writableModules those that others than root may change, or in whose place they may put
 *     their own
 * @param writableFiles files of the configuration that others than root may change
 */
public record TlsPolicyFacts(
    String library,
    String minimum,
    int securityLevel,
    List<String> ciphers,
    List<String> providers,
    boolean unsafeRenegotiation,
    boolean legacyServers,
    String policy,
    List<String> modules,
    List<String> writableModules,
    List<String> writableFiles) {}
