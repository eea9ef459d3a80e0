/**
 * Libraries of Android (AAR): a ZIP archive with a manifest as text, compiled classes of Java and
 * native code, which the build of an app takes apart and merges into the app.
 *
 * <pre>
 * AndroidManifest.xml   text; what stands in it is merged into the manifest of each app that takes the library
 * classes.jar           classes, and libs/*.jar
 * jni/ABI/*.so          native code
 * </pre>
 */
@NullMarked
package dev.assay.inspect.android.library;

import org.jspecify.annotations.NullMarked;
