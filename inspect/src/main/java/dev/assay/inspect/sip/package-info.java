/**
 * Kamailio SIP servers and IMS functions: {@code kamailio.cfg} with its preprocessor directives and
 * included files, and the {@code tls.cfg} it names.
 *
 * <p>Defaults are those of the Core Cookbook of version 5: without {@code listen} all addresses,
 * {@code server_signature} and {@code server_header} on, TLS off. Symbols given on the command line
 * ({@code -A}) are not known here. What route blocks do is not judged, only which modules they
 * could use.
 */
@NullMarked
package dev.assay.inspect.sip;

import org.jspecify.annotations.NullMarked;
