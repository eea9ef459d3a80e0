/** Generators and measurements that shell scripts in this folder run. */
@NullMarked
package dev.assay.bench;

import org.jspecify.annotations.NullMarked;
