package dev.assay.inspect.opaque;

/**
 * One content that could not be examined.
 *
 * @param reason {@code encrypted}: a known encrypted format, or encrypted members; {@code unknown}:
 *     of no known format and random, encrypted or compressed; {@code damaged}: of a known format
 *     and not readable as it demands; {@code unsupported}: packed by a method of a known format
 *     that is not read; {@code over-limit}: not read because a limit was reached; {@code fault}: a
 *     reader of Assay failed
 * @param type media type
 * @param code of the problem, where it is damaged, unsupported or over a limit
 * @param look {@code random}: encrypted or random, which no statistic tells apart; {@code blocks}:
 *     encrypted by a block cipher in ECB mode; {@code compressed}; or empty where not measured
 * @param size in bytes
 * @param entropy bits per byte; 0 where not measured
 * @param share of the bytes of its root, 0 to 1
 * @param executable whether it stands where programs and libraries stand, or may be executed
 * @param example whether it is part of documentation, an example or a test
 * @param cipher of an encrypted volume, or empty
 * @param cipherMode of an encrypted volume: {@code xts-plain64}; or empty
 * @param keyHash hash of an encrypted volume's key derivation, or empty
 */
public record OpaqueFacts(
    String reason,
    String type,
    String code,
    String look,
    long size,
    double entropy,
    double share,
    boolean executable,
    boolean example,
    String cipher,
    String cipherMode,
    String keyHash) {}
