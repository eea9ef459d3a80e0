/**
 * Android app bundles (AAB): what of them is compiled otherwise than in packages, as messages of
 * Protocol Buffers (AOSP {@code aapt2/Resources.proto}). Numbers are those of fields.
 *
 * <pre>
 * XmlNode       1 element  3 source (1 line)
 * XmlElement    3 name  4 attribute …  5 child (XmlNode) …
 * XmlAttribute  2 name  3 text  5 resource id of the name  6 Item
 * Item          1 reference (2 id  3 name)  2, 3, 4 text (1 value)  5 file (1 path)  7 primitive
 * primitive     6 decimal  7 hexadecimal  8 boolean; others are numbers, too
 * ResourceTable 2 package (1 id (1 number)  3 type) …
 * type          1 id (1 number)  3 entry (1 id (1 number)  6 (1 configuration (3 locale)  2 value (4 Item)) …) …
 * BASE/manifest/AndroidManifest.xml, BASE/dex, BASE/res, BASE/lib, BASE/assets, BASE/root, BASE/resources.pb of each module
 * </pre>
 */
@NullMarked
package dev.assay.formats.appbundle;

import org.jspecify.annotations.NullMarked;
