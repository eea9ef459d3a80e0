@NullMarked
package dev.assay.cli.build;

import org.jspecify.annotations.NullMarked;
