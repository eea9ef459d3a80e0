/**
 * By what test cases are known again, and what was measured of them.
 *
 * <p>A case's digest is the SHA-256 of its canonical definition, which is all that decides a
 * verdict, and nothing of the prose about it: JSON in UTF-8 without white space,
 *
 * <pre>
 * {"id":…,"revision":…,"component":…,"applies":…,"expect":…,"severity":…,"weakness":…,"depth":…,
 *  "requirements":[…],"controls":{"fails":[CONTROL,…],"passes":[…],"inconclusive":[…]}}
 * CONTROL   [{"path":…,"mode":…,"uid":…,"gid":…,"xattrs":{NAME:HEX,…},"is":…},…]
 * is        {"sha256":HEX} of a file's bytes | {"forge":…,"parameters":{…}} | {"link":…} | {"directory":true}
 *           | {"device":"c","major":1,"minor":3}
 * </pre>
 *
 * with the keys of maps sorted, and expressions with the values of their row.
 *
 * <p>{@code measured.csv} in the catalogue is what {@code assay catalogue measure} found. A line
 * counts for the case of its digest only: what was measured of a case that has changed since is not
 * known of the new one.
 */
@NullMarked
package dev.assay.catalogue.identity;

import org.jspecify.annotations.NullMarked;
