package dev.assay.inspect.opaque;

/**
 * How the bytes of a content of unknown kind are spread. Padding within it is left out.
 *
 * @param entropy Shannon, bits per byte
 * @param chiSquare against evenly spread bytes, 255 degrees of freedom: about 255 for encrypted or
 *     random ones, however many
 * @param look {@code random}: no statistic tells it from noise, as encrypted content; {@code
 *     compressed}: nearly, or a deflate stream; {@code blocks}: random but for aligned blocks that
 *     come again and again, as a block cipher in ECB mode leaves them; {@code sparse}: mostly one
 *     byte; {@code structured}: anything else
 */
public record EntropyFacts(double entropy, double chiSquare, String look) {}
