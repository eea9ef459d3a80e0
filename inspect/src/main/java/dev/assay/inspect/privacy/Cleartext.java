package dev.assay.inspect.privacy;

import dev.assay.inspect.android.AndroidPackageFacts;
import dev.assay.inspect.android.AndroidPackageFacts.NetworkRules;
import dev.assay.model.Described;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the system lets an app talk without TLS (developer.android.com, "Network security
 * configuration"): where there is a configuration it decides, else the manifest.
 *
 * @param unknown why that cannot be told
 * @param shown in words
 */
record Cleartext(boolean allowed, Optional<String> unknown, String shown) {
  static Cleartext of(Optional<Described> app) {
    if (app.isEmpty() || !(app.get().facts() instanceof AndroidPackageFacts facts)) {
      return new Cleartext(true, Optional.of("the app's package was not read"), "unknown");
    }
    String fact = facts.networkSecurityConfig() ? "networkRules" : "cleartextTraffic";
    Map<String, String> unknown = app.get().unknown();
    return new Cleartext(
        facts.networkSecurityConfig() ? isAllowed(facts.networkRules()) : facts.cleartextTraffic(),
        Optional.ofNullable(unknown.get(fact)),
        facts.networkSecurityConfig()
            ? "network security configuration: " + facts.networkRules().words()
            : "usesCleartextTraffic="
                + facts.cleartextTraffic()
                + " (effective), targetSdk "
                + facts.targetSdk());
  }

  private static boolean isAllowed(NetworkRules rules) {
    return rules.cleartextByDefault() || rules.cleartextDomains() > 0;
  }
}
