/** What TLS a product allows for all of its programs: OpenSSL, GnuTLS, crypto-policies. */
@NullMarked
package dev.assay.inspect.crypto;

import org.jspecify.annotations.NullMarked;
