/**
 * Container images in files: the OCI image layout 1.1 and what {@code docker save} writes. Both are
 * arrangements of members, in a directory or in any archive.
 *
 * <pre>
 * oci-layout               {"imageLayoutVersion": "1.0.0"}
 * index.json               {"manifests": [{mediaType, digest, size, platform, annotations}]}; a manifest may be an index itself
 * blobs/ALGORITHM/HEX      any blob, named by its digest; manifests: {"config": {…}, "layers": [{mediaType, digest, size}]}
 *
 * manifest.json            docker: [{"Config": PATH, "RepoTags": [NAME:TAG], "Layers": [PATH]}]
 * </pre>
 *
 * Layers are tar archives, plain, gzip or zstd. They are laid over one another: {@code .wh.NAME}
 * removes NAME of the layers below, {@code .wh..wh..opq} all that its directory has below. The
 * merged image is a virtual container; layer blobs are not unpacked on their own.
 */
@NullMarked
package dev.assay.formats.oci;

import org.jspecify.annotations.NullMarked;
