package dev.assay.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A loaded page, what it asked the network for and what it complained about. */
final class Tab {
  private final Chromium browser;
  private final String session;
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  private Tab(Chromium browser, String session) {
    this.browser = browser;
    this.session = session;
  }

  static Tab load(Chromium browser, String session, String url) throws IOException {
    Tab tab = new Tab(browser, session);
    for (String domain : List.of("Page", "Network", "Runtime", "Log", "Audits")) {
      tab.ask(domain + ".enable", Map.of());
    }
    tab.size(1280, 900);
    tab.ask("Page.navigate", Map.of("url", url));
    while (true) {
      JsonNode event =
          browser.nextEvent(60).orElseThrow(() -> new IOException("the page did not load"));
      tab.note(event);
      if (event.path("method").asText().equals("Page.loadEventFired")) {
        return tab;
      }
    }
  }

  private JsonNode ask(String method, Map<String, ?> parameters) throws IOException {
    return browser.ask(session, method, parameters);
  }

  private void note(JsonNode event) {
    if (!event.path("sessionId").asText().equals(session)) {
      return;
    }
    JsonNode parameters = event.path("params");
    switch (event.path("method").asText()) {
      case "Network.requestWillBeSent" ->
          requests.add(parameters.path("request").path("url").asText());
      case "Runtime.exceptionThrown" -> complaints.add(parameters.path("exceptionDetails") + "");
      case "Runtime.consoleAPICalled" -> complaints.add(parameters.path("args") + "");
      case "Log.entryAdded" -> complaints.add(parameters.path("entry") + "");
      // What the developer tools list as an issue: a blocked resource, a wrong policy.
      case "Audits.issueAdded" -> complaints.add(parameters.path("issue") + "");
      case "Page.javascriptDialogOpening" -> complaints.add("a dialog: " + parameters);
      default -> {}
    }
  }

  /** Addresses asked for so far, the page's own first. */
  List<String> requests() {
    browser.arrived().forEach(this::note);
    return requests;
  }

  /** Errors, warnings and console messages so far. */
  List<String> complaints() {
    browser.arrived().forEach(this::note);
    return complaints;
  }

  /** The value of an expression of JavaScript. */
  JsonNode value(String expression) throws IOException {
    JsonNode result =
        ask(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (result.has("exceptionDetails")) {
      throw new IOException(expression + ": " + result.path("exceptionDetails"));
    }
    return result.path("result").path("value");
  }

  String text(String expression) throws IOException {
    return value(expression).asText();
  }

  /** Window size in CSS pixels. */
  void size(int width, int height) throws IOException {
    ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /**
   * @param medium {@code screen} or {@code print}
   * @param scheme {@code light} or {@code dark}, as the reader's system prefers
   */
  void media(String medium, String scheme) throws IOException {
    ask(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** Presses a key that writes nothing, such as {@code Tab}; {@code code} is its key code. */
  void press(String key, int code) throws IOException {
    key("rawKeyDown", key, code, "");
    key("keyUp", key, code, "");
  }

  /** Presses a key that writes this text; Enter writes a carriage return. */
  void press(String key, int code, String text) throws IOException {
    key("keyDown", key, code, text);
    key("keyUp", key, code, "");
  }

  private void key(String type, String key, int code, String text) throws IOException {
    ask(
        "Input.dispatchKeyEvent",
        Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code, "text", text));
  }

  /** Writes into what has the focus. */
  void write(String text) throws IOException {
    ask("Input.insertText", Map.of("text", text));
  }

  /** Prints the page and returns the size of the PDF in base64 characters. */
  int print() throws IOException {
    return ask("Page.printToPDF", Map.of("printBackground", false)).path("data").asText().length();
  }
}
