/**
 * What file systems have in common that keep files apart from their names: walking from the root
 * directory down, with every inode once, hard links as further names, and cycles and depth bounded;
 * and how their extended attributes are called.
 */
@NullMarked
package dev.assay.formats.inodes;

import org.jspecify.annotations.NullMarked;
