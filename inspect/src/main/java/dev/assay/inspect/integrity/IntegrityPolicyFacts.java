package dev.assay.inspect.integrity;

import java.util.List;

/**
 * IMA and EVM of one root file system.
 *
 * @param policy where the rules are from: a file, or what {@code ima_policy=} names; empty where
 *     there are none
 * @param mode what happens to files that do not match: {@code enforce}, {@code log}, {@code fix},
 *     {@code off}
 * @param hash of {@code ima_hash=}; empty where the kernel's own is used
 * @param measured what is written to the list of measurements: {@code BPRM_CHECK} (programs),
 *     {@code MMAP_CHECK} (libraries), {@code MODULE_CHECK}, {@code FIRMWARE_CHECK}, {@code
 *     KEXEC_KERNEL_CHECK}, {@code POLICY_CHECK}, {@code FILE_CHECK} (files that are opened)
 * @param appraised what is checked before it is used, likewise
 * @param hashOnly what of it may have a plain hash, which whoever writes the file writes as well
 * @param exempt rules that take everything, or all of one use, out before it is checked
 * @param evmRepairs whether EVM writes labels anew instead of checking them
 * @param writableFiles policies and keys that others than root may change
 */
public record IntegrityPolicyFacts(
    String policy,
    String mode,
    String hash,
    List<String> measured,
    List<String> appraised,
    List<String> hashOnly,
    List<String> exempt,
    boolean evmRepairs,
    List<String> writableFiles) {}
