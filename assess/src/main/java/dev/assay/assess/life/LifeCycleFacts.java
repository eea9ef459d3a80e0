package dev.assay.assess.life;

/**
 * How long a component is mended by those who make it.
 *
 * @param part kind of the component: {@code operating-system}, {@code kernel}, {@code software},
 *     {@code dependency}, {@code package}, {@code support-period} (the product itself)
 * @param cycle the line of releases it belongs to: {@code debian 11}
 * @param ends last day on which fixes are published for everyone, ISO 8601
 * @param over whether that day has passed; unknown before the day of the evaluation is known
 * @param outlasts whether it is mended for as long as the product claims to be; unknown where the
 *     product claims nothing
 */
public record LifeCycleFacts(
    String part, String cycle, String ends, boolean over, boolean outlasts) {}
