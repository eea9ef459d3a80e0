/** Node packages: installed {@code package.json} and the lock files of npm. */
@NullMarked
package dev.assay.inspect.ecosystem.npm;

import org.jspecify.annotations.NullMarked;
