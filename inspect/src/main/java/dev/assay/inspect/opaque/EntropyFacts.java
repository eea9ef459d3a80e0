package dev.assay.inspect.opaque;

/**
 * How the bytes of a content of unknown kind are spread.
 *
 * @param entropy Shannon, bits per byte
 * @param chiSquare against evenly spread bytes, 255 degrees of freedom: about 255 for encrypted or
 *     random ones, however many
 * @param look {@code random}: no statistic tells it from noise, as encrypted content; {@code
 *     compressed}: nearly; {@code sparse}: mostly one byte; {@code structured}: anything else
 */
public record EntropyFacts(double entropy, double chiSquare, String look) {}
