package dev.assay.inspect.firmware;

import java.util.List;
import java.util.Map;

/**
 * What a firmware image tells by its bytes alone.
 *
 * @param bundle what kind of bundle the archive is; empty where it is none, or no archive
 * @param digests SHA-256 of members by the name under which a bundle lists them, in its order
 * @param appended whether a signature is appended to it as OpenWrt's fwtool does
 * @param hashes algorithms of the hashes in a flat image tree, in order of their names, as U-Boot
 *     calls them
 * @param algorithms of the signatures in a flat image tree, in the same way: {@code sha256,rsa2048}
 * @param imagesSigned whether each image of a flat image tree is signed
 * @param configurationsSigned whether each configuration of one is
 */
public record FirmwareImageContent(
    String bundle,
    Map<String, String> digests,
    boolean appended,
    List<String> hashes,
    List<String> algorithms,
    boolean imagesSigned,
    boolean configurationsSigned) {}
