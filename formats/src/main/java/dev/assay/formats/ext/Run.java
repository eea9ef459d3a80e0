package dev.assay.formats.ext;

/**
 * Consecutive blocks of a file that lie consecutively in the image.
 *
 * @param logical first block in the file
 * @param physical first block in the image
 * @param written whether they hold data; else they read as zeros
 */
record Run(long logical, long physical, long count, boolean written) {}
