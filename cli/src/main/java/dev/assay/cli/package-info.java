/** The {@code assay} command: one file per subcommand, progress, terminal output. */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
