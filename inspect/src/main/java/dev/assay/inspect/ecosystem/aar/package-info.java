/** Libraries of Android: the version files that its build leaves in apps, and archives (AAR). */
@NullMarked
package dev.assay.inspect.ecosystem.aar;

import org.jspecify.annotations.NullMarked;
