package dev.assay.formats.pem;

import java.util.Map;

/**
 * One block.
 *
 * @param label {@code CERTIFICATE}, {@code RSA PRIVATE KEY} …
 * @param offset of its first dash
 * @param headers of RFC 1421, by name: {@code Proc-Type}, {@code DEK-Info}
 * @param body what the base64 text holds
 */
public record PemBlock(String label, long offset, Map<String, String> headers, byte[] body) {}
