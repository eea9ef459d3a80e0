package dev.assay.inspect.packages;

/**
 * What {@code os-release} says (man 5 os-release); empty texts where it says nothing.
 *
 * @param id {@code debian}, {@code openwrt} …
 * @param versionId {@code 12}
 * @param codename {@code bookworm}
 * @param prettyName for people
 * @param supportEnd date after which the vendor says it is not supported (SUPPORT_END), ISO 8601
 * @param updateContact address where vulnerabilities or bugs are reported (BUG_REPORT_URL or
 *     SUPPORT_URL)
 */
public record OperatingSystemFacts(
    String id,
    String versionId,
    String codename,
    String prettyName,
    String supportEnd,
    String updateContact) {}
