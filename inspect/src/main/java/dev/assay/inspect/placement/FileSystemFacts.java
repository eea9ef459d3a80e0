package dev.assay.inspect.placement;

import java.util.List;

/**
 * Rights and places in one root file system; paths inside the root, in order.
 *
 * @param setuid files that run with their owner's rights
 * @param setgid files that run with their group's rights
 * @param capabilities files with capabilities
 * @param worldWritableFiles regular files that anyone may change
 * @param openDirectories directories that anyone may write to, without the sticky bit
 * @param devicesOutsideDev device nodes elsewhere than below {@code dev}
 * @param coreDumps memory images of crashed programs
 * @param leftovers editor backups, version control folders and shell histories
 */
public record FileSystemFacts(
    List<String> setuid,
    List<String> setgid,
    List<String> capabilities,
    List<String> worldWritableFiles,
    List<String> openDirectories,
    List<String> devicesOutsideDev,
    List<String> coreDumps,
    List<String> leftovers) {}
