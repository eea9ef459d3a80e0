/** What a person sees while a command runs. */
@NullMarked
package dev.assay.cli.terminal;

import org.jspecify.annotations.NullMarked;
