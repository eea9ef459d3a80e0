package dev.assay.inspect.kernel;

import java.util.Map;

/**
 * What a kernel image's bytes tell.
 *
 * @param bannerOffset in bytes
 * @param configOffset where an embedded configuration (IKCONFIG) begins, in bytes; −1 where there
 *     is none
 * @param config the embedded configuration; empty where there is none or it is damaged
 * @param configWhole whether all of it was read, to its end
 */
public record KernelImageFacts(
    String banner,
    String release,
    String compiler,
    long bannerOffset,
    long configOffset,
    Map<String, String> config,
    boolean configWhole) {}
