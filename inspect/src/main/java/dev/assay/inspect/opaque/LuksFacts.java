package dev.assay.inspect.opaque;

/**
 * How an encrypted volume is encrypted (LUKS on-disk format 1.2.3; for version 2 the cipher stands
 * in JSON that is searched for it).
 *
 * @param version 1 or 2
 * @param cipher {@code aes}, {@code serpent} …; empty where unknown
 * @param mode {@code xts-plain64}, {@code cbc-essiv:sha256} …; empty where unknown
 * @param hash of the key derivation: {@code sha256} …; empty where unknown
 */
public record LuksFacts(int version, String cipher, String mode, String hash) {}
