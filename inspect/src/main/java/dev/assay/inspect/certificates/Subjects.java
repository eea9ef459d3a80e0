package dev.assay.inspect.certificates;

import java.util.List;
import java.util.Map;

/** Names in certificates that say something by themselves. */
final class Subjects {
  private Subjects() {}

  /** What OpenSSL, keytool, Debian and router toolkits fill in when nobody cares. */
  private static final List<String> DEFAULTS =
      List.of(
          "Internet Widgits Pty Ltd",
          "My Company Name LTD",
          "Default Company Ltd",
          "SomeOrganization",
          "SomeCity",
          "O=Unknown,L=Unknown",
          "CN=Unknown",
          "Acme Co",
          "Snake Oil",
          "TEST CERTIFICATE",
          "Dummy Company",
          "localhost.localdomain",
          "example.com",
          "CN=ubuntu",
          "CN=buildroot",
          "PolarSSL Test",
          "Mort Bay",
          "Some-State");

  /**
   * Authorities whose key is public or that issued certificates they should not have; removed from
   * the usual trust stores.
   */
  private static final Map<String, String> DISTRUSTED =
      Map.ofEntries(
          Map.entry("Superfish", "its private key was shipped on notebooks in 2014"),
          Map.entry("eDellRoot", "its private key was shipped on notebooks in 2015"),
          Map.entry("DSDTestProvider", "its private key was shipped on notebooks in 2015"),
          Map.entry("DigiNotar", "broken into in 2011"),
          Map.entry("CNNIC ROOT", "a subordinate intercepted traffic in 2015"),
          Map.entry(
              "China Internet Network Information Center EV",
              "a subordinate intercepted traffic in 2015"),
          Map.entry("WoSign", "backdated certificates in 2016"),
          Map.entry("StartCom", "owned by WoSign, distrusted in 2016"),
          Map.entry("TrustCor", "tied to a maker of spyware, distrusted in 2022"),
          Map.entry("Camerfirma", "many failures to keep the rules, distrusted in 2021"),
          Map.entry("PROCERT", "many failures to keep the rules, distrusted in 2017"),
          Map.entry("Qaznet", "made to intercept a country's traffic in 2019"),
          Map.entry("VisualDiscovery", "intercepting proxy with a shared key"),
          Map.entry(
              "Sennheiser Communications",
              "its private key was shipped with headset software in 2018"));

  static boolean isDefault(String subject) {
    return DEFAULTS.stream().anyMatch(subject::contains);
  }

  static String distrusted(String subject) {
    return DISTRUSTED.entrySet().stream()
        .filter(entry -> subject.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .findFirst()
        .orElse("");
  }
}
