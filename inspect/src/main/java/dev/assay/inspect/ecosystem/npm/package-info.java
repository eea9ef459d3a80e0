/** Node packages: installed {@code package.json} and the lock files of npm, Yarn and pnpm. */
@NullMarked
package dev.assay.inspect.ecosystem.npm;

import org.jspecify.annotations.NullMarked;
