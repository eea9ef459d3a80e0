package dev.assay.inspect.packages;

import java.util.List;

/**
 * What a machine-readable copyright file declares.
 *
 * @param licenses short names and expressions of them, in the order of the file, each once
 */
public record CopyrightFacts(List<String> licenses) {}
