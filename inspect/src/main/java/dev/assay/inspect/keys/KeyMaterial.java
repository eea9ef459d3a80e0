package dev.assay.inspect.keys;

import dev.assay.inspect.certificates.Certificate;
import java.util.List;

/**
 * Certificates, private keys and key stores of one content.
 *
 * @param damaged what looked like one and could not be read: code, offset and message in one line
 */
public record KeyMaterial(
    List<Certificate> certificates,
    List<FoundKey> keys,
    List<FoundStore> stores,
    List<String> damaged) {}
