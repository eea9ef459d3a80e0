package dev.assay.inspect.keys;

import java.util.List;

/**
 * A key store.
 *
 * @param format {@code PKCS#12}, {@code JKS}, {@code JCEKS} or {@code BKS}
 * @param integrity what protects it against change: {@code SHA1}, {@code HMAC-SHA256}, {@code none}
 *     …
 * @param iterations rounds that turn the password into the integrity key; 0 where there are none
 * @param passwordKnown whether one of the well-known passwords opens it
 * @param password which: {@code changeit}; these are public, so not masked; empty where none does
 * @param privateKeys number of private key entries; −1 where the store could not be opened
 * @param certificates number of certificates
 * @param secretKeys number of secret key entries
 * @param aliases names of the entries, in the order of the store
 * @param encryption weakest cipher of its contents as far as known: {@code RC2-40}, {@code 3DES},
 *     {@code AES}, {@code JKS}; else empty
 */
public record FoundStore(
    String format,
    String integrity,
    int iterations,
    boolean passwordKnown,
    String password,
    int privateKeys,
    int certificates,
    int secretKeys,
    List<String> aliases,
    String encryption) {}
