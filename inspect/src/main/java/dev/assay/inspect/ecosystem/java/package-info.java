/** Java archives, nested ones too: {@code pom.properties} that Maven puts in, else the manifest. */
@NullMarked
package dev.assay.inspect.ecosystem.java;

import org.jspecify.annotations.NullMarked;
