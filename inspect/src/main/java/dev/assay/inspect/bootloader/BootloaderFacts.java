package dev.assay.inspect.bootloader;

import java.util.List;
import java.util.Map;

/**
 * One U-Boot program with its built-in environment, or one stored environment.
 *
 * @param origin {@code program} or {@code stored}
 * @param release year and month of the version as a number, 202301 for 2023.01; 0 where it is older
 *     than such versions; unknown of a stored environment
 * @param variables by name; values of secret ones are masked
 * @param bootDelay seconds for which booting can be stopped; −1: it stops by itself, −2: it cannot
 *     be stopped
 * @param asksToStop whether a word or key of its own must be typed to stop it
 * @param networkBoot variables run at start that load over the network
 * @param removableBoot variables run at start that load from USB
 * @param serialBoot variables run at start that load over the serial line
 * @param gadgetBoot variables run at start that offer the device's memory or update to a host
 * @param prebootLoads variables run by {@code preboot} that load anything
 * @param fallbackNetwork variables run by {@code altbootcmd}, after too many failed starts, that
 *     load over the network
 * @param verifies whether the program can refuse images without a required signature
 * @param requiredKeys names of the keys in the control device tree that images must be signed with
 * @param secrets variables whose names say they hold a secret
 */
public record BootloaderFacts(
    String origin,
    int release,
    Map<String, String> variables,
    int bootDelay,
    boolean asksToStop,
    List<String> networkBoot,
    List<String> removableBoot,
    List<String> serialBoot,
    List<String> gadgetBoot,
    List<String> prebootLoads,
    List<String> fallbackNetwork,
    boolean verifies,
    List<String> requiredKeys,
    List<String> secrets) {}
