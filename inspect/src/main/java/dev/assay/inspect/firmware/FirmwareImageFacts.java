package dev.assay.inspect.firmware;

import java.util.List;

/**
 * One firmware image.
 *
 * @param format for people: {@code TRX}
 * @param checks checksums and digests over its contents: {@code CRC-32}, {@code sum}, {@code
 *     SHA-256}; in a flat image tree as U-Boot calls them: {@code crc32}, {@code sha256}
 * @param mismatches what does not fit, by the path of the artifact it is told of
 * @param signed whether it carries a signature, or one lies beside it
 * @param signature where: {@code format}, {@code appended}, {@code beside} or empty
 * @param algorithms of the signatures in a flat image tree: {@code sha256,rsa2048}
 * @param everyConfiguration whether each configuration of a flat image tree is signed, so that
 *     images cannot be combined anew; true for other formats
 * @param encrypted whether it is encrypted, or signed, under a key that all devices share
 * @param publishedKey whether everybody knows that key
 */
public record FirmwareImageFacts(
    String format,
    List<String> checks,
    List<String> mismatches,
    boolean signed,
    String signature,
    List<String> algorithms,
    boolean everyConfiguration,
    boolean encrypted,
    boolean publishedKey) {}
