package dev.assay.inspect;

import java.nio.file.Path;
import java.time.Instant;

/**
 * Where what is learnt of contents is kept for later runs.
 *
 * @param now the host's time; a file that was changed no longer ago than the host's clock can tell
 *     is read again
 */
public record Cache(Path folder, Instant now) {}
