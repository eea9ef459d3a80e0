package dev.assay.inspect.keys;

import java.util.List;

/**
 * One key store.
 *
 * @param format {@code PKCS#12}, {@code JKS}, {@code JCEKS}, {@code BKS}
 * @param integrity what protects it against change: {@code HMAC-SHA256}, {@code SHA1}, {@code none}
 * @param iterations rounds that turn the password into the integrity key; 0 where there are none
 * @param passwordKnown whether a well-known password opens it
 * @param password that password
 * @param privateKeys entries with a private key; −1 where it could not be opened
 * @param certificates certificates in it
 * @param secretKeys secret keys in it
 * @param aliases names of entries
 * @param encryption weakest cipher of its contents, or empty
 * @param trustStore whether it holds certificates only
 * @param worldReadable whether any account of the device can read it
 * @param writable whether an account other than its owner can change it
 * @param example whether it is part of documentation, an example or a test
 */
public record KeyStoreFacts(
    String format,
    String integrity,
    int iterations,
    boolean passwordKnown,
    String password,
    int privateKeys,
    int certificates,
    int secretKeys,
    List<String> aliases,
    String encryption,
    boolean trustStore,
    boolean worldReadable,
    boolean writable,
    boolean example) {}
