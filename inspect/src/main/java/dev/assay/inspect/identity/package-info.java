/**
 * What a program, library or boot image is by its content, where no package says so.
 *
 * <p>{@code products.tsv} holds one signature a row: a banner with the version, matched in the one
 * pass over every content, or a shared library's soname. Each row carries a text that it recognises
 * and one that it must not. The rows were drawn from Debian packages: a banner counts if it stood
 * in the programs of one source package and no other, with that package's version; {@code
 * bench/identity.sh} measures them on other releases and architectures.
 *
 * <p>{@code lone-versions.tsv} says of libraries known by their soname what the text is like that
 * their version function returns: a constant that stands between NULs, so that nothing beside it
 * tells what it is; {@link dev.assay.inspect.identity.LoneVersionReader} reads it. {@code
 * symbol-versions.tsv} does so for the versions of a library's symbols, and {@code
 * file-versions.tsv} and {@code file-releases.tsv} for the names that builds give to the files of
 * libraries; what a library holds goes before how its file is named.
 *
 * <p>{@code build-ids.tsv} names builds of products whose content does not tell their version, by
 * the id that the linker gave each. It goes before what the content tells; a file with the id of a
 * build that it cannot be is none.
 *
 * <p>{@code library-parts.tsv} holds traces of the parts of libraries. How many of them a file
 * holds tells whether it is a full copy, a partial one or a fragment; {@link
 * dev.assay.inspect.identity.LibraryCopies} counts them across the whole product, packages
 * included.
 */
@NullMarked
package dev.assay.inspect.identity;

import org.jspecify.annotations.NullMarked;
