package dev.assay.inspect.kernel;

import java.util.Map;

/**
 * What a kernel image's bytes tell.
 *
 * @param bannerOffset in bytes
 * @param config embedded configuration (IKCONFIG); empty where there is none
 */
public record KernelImageFacts(
    String banner,
    String release,
    String compiler,
    long bannerOffset,
    Map<String, String> config) {}
