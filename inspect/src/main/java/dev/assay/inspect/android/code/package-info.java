/**
 * What the code of an Android package does: which interfaces of the platform it calls, which
 * libraries it brings to work, which hosts it names.
 *
 * <p>Only what can be reached counts. Entry points are the manifest's components and the classes
 * its meta-data and the layouts name; from there calls are followed, a virtual call to every class
 * that reached code makes an instance of (rapid type analysis: Bacon and Sweeney, OOPSLA 1996).
 * Methods that override those of the platform are called by it once there is an instance. What
 * reflection picks by a name that is not a constant is not seen.
 */
@NullMarked
package dev.assay.inspect.android.code;

import org.jspecify.annotations.NullMarked;
