package dev.assay.inspect.sysctl;

import java.util.Map;

/**
 * Kernel settings after all files were applied.
 *
 * @param values keys with dots ({@code net.ipv4.ip_forward}) and what they are set to; keys no file
 *     sets are absent. Patterns stay as written; those for network interfaces are also given for
 *     {@code all} and {@code default}, which they match
 * @param system whether the files are part of a whole system, so that an absent key really means
 *     the kernel's default
 */
public record SysctlFacts(Map<String, String> values, boolean system) {}
