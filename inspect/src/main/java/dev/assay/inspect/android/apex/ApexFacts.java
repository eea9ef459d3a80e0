package dev.assay.inspect.android.apex;

/**
 * A module of the system that is updated by itself.
 *
 * @param name of the module: {@code com.android.tzdata}
 * @param version counted up with each release
 * @param versionName for people, or empty
 * @param key SHA-256 of the module's key as it is stored, hex; empty where there is none
 * @param keyBits its length
 * @param testKey whether its private half is published
 * @param payloadSigned whether the file system ends with a signature
 * @param payloadSound whether that signature is the one of the key beside it
 * @param payloadKeyFits whether that is the module's key
 */
public record ApexFacts(
    String name,
    long version,
    String versionName,
    String key,
    int keyBits,
    boolean testKey,
    boolean payloadSigned,
    boolean payloadSound,
    boolean payloadKeyFits) {}
