/**
 * Signatures of Android packages (source.android.com, "Application signing"): whether they fit the
 * package, what they cover, and whose they are.
 *
 * <pre>
 * v1         each member by itself: digests in META-INF/MANIFEST.MF, digests of those in a .SF file, signed in PKCS#7
 * v2 v3 v3.1 members, central directory and its end, in chunks of 1 MiB or as a Merkle tree of 4 KiB blocks
 * v4         a file beside the package (.idsig) that names the digest of v2 or v3
 * </pre>
 */
@NullMarked
package dev.assay.inspect.android.signature;

import org.jspecify.annotations.NullMarked;
