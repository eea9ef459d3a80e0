package dev.assay.inspect.boot;

import java.util.List;

/**
 * A kernel command line as one file gives it.
 *
 * @param source what kind of file: {@code device-tree}, {@code extlinux}, {@code grub}, {@code
 *     cmdline}, {@code u-boot-environment}
 * @param line the whole line
 * @param arguments its words, in order
 */
public record BootArgumentsFacts(String source, String line, List<String> arguments) {}
