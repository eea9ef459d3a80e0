/**
 * Modules of Android (APEX): a ZIP archive with a file system that is mounted as it is.
 *
 * <pre>
 * apex_manifest.pb   protobuf: 1 name  2 version  5 name of the version
 * apex_pubkey        key of Android Verified Boot: u32 bits, u32 n0inv, modulus, rr
 * apex_payload.img   ext4, EROFS or F2FS, with the footer of a verified partition, stored on a page of its own
 * AndroidManifest.xml and signing block: as of a package
 * </pre>
 */
@NullMarked
package dev.assay.inspect.android.apex;

import org.jspecify.annotations.NullMarked;
