package dev.assay.inspect.firmware;

import java.util.List;

/**
 * What a firmware image tells by its bytes alone.
 *
 * @param appended whether a signature is appended to it as OpenWrt's fwtool does
 * @param hashes algorithms of the hashes in a flat image tree, in order of their names, as U-Boot
 *     calls them
 * @param algorithms of the signatures in a flat image tree, in the same way: {@code sha256,rsa2048}
 * @param imagesSigned whether each image of a flat image tree is signed
 * @param configurationsSigned whether each configuration of one is
 */
public record FirmwareImageContent(
    boolean appended,
    List<String> hashes,
    List<String> algorithms,
    boolean imagesSigned,
    boolean configurationsSigned) {}
