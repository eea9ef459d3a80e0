package dev.assay.inspect.keys;

import java.util.List;

/**
 * Passwords of key stores that stand in manuals, tools and examples: a store that one of them opens
 * is not protected.
 */
final class Passwords {
  private Passwords() {}

  static final List<String> WELL_KNOWN =
      List.of(
          "changeit",
          "changeme",
          "password",
          "",
          "android",
          "secret",
          "admin",
          "123456",
          "12345678",
          "keystore",
          "storepass",
          "keypass",
          "tomcat",
          "jetty",
          "wso2carbon",
          "notasecret",
          "test",
          "default",
          "1234",
          "root",
          "server",
          "storepwd",
          "mypass",
          "testpass",
          "passw0rd",
          "jboss",
          "weblogic",
          "oracle",
          "activemq",
          "client");
}
