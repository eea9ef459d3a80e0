package dev.assay.inspect.modules;

import java.util.List;

/**
 * Kernel modules of one system and what keeps them out. Names have underscores, as modprobe reads
 * both.
 *
 * @param present modules that lie in the product
 * @param blocked modules that are not loaded by themselves: {@code blacklist}, or {@code install}
 *     with a program that does nothing
 * @param atStart modules that are loaded at every start, by name
 * @param commands what {@code install} and {@code remove} lines run, those that do nothing left out
 * @param options of modules: {@code nf_conntrack nf_conntrack_helper=1}
 * @param unsupportedAllowed whether modules without the maker's support mark are taken (SUSE)
 * @param writableFiles files of the configuration, and modules themselves, that others than root
 *     may change
 */
public record ModulePolicyFacts(
    List<String> present,
    List<String> blocked,
    List<String> atStart,
    List<String> commands,
    List<String> options,
    boolean unsupportedAllowed,
    List<String> writableFiles) {}
