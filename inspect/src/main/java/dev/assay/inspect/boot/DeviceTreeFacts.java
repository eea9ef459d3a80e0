package dev.assay.inspect.boot;

import java.util.List;

/**
 * What a device tree tells of the board.
 *
 * @param bootArguments {@code /chosen/bootargs}, empty where there are none
 * @param console {@code /chosen/stdout-path}
 */
public record DeviceTreeFacts(
    String model, List<String> compatible, String bootArguments, String console) {}
