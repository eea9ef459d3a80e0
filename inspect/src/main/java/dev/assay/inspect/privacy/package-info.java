/**
 * What a maker declares about personal data, beside what code was seen to do.
 *
 * <p>The declaration is a part of the product: a file {@code privacy.yaml}, or the CSV file that
 * Google Play exports of a data safety form. Types of data, purposes and libraries are named in the
 * words of these tables: the data safety section's, in lower case with hyphens.
 *
 * <pre>
 * app: org.example.app          # only where the product has several
 * data:
 *   - type: precise-location
 *     collected: true           # leaves the device; false: used on the device only
 *     shared: false             # passed on to others
 *     encrypted: true           # on its way
 *     optional: true            # the user can say no
 *     purposes: [app-functionality]
 *     retention: 30 days
 * libraries: [admob]            # of others, by their id
 * destinations: [example.org]   # hosts, with all below them
 * permissions: { CAMERA: to scan codes }   # what each is for
 * policy: https://example.org/privacy
 * deletion: https://example.org/delete
 * contact: privacy@example.org
 * </pre>
 */
@NullMarked
package dev.assay.inspect.privacy;

import org.jspecify.annotations.NullMarked;
