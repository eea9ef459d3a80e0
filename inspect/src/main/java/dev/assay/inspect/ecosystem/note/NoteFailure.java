package dev.assay.inspect.ecosystem.note;

import dev.assay.model.Problem;

/**
 * Why a package note could not be read.
 *
 * @param at where in the file it stands, in bytes
 */
public record NoteFailure(long at, String why) {
  Problem problem() {
    return new Problem("elf.package-note", at, why);
  }
}
