package dev.assay.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A headless browser, driven over the Chrome DevTools Protocol. */
final class Chromium implements AutoCloseable {
  private static final String LISTENING = "DevTools listening on ";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();

  private Chromium(Process process, URI endpoint) throws IOException {
    this.process = process;
    try {
      this.socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(endpoint, new Messages())
              .get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new IOException("no connection to the browser", e);
    }
  }

  /** The browser on PATH under one of its names. */
  static Optional<Path> installed() {
    return Stream.of("chromium", "chromium-browser", "google-chrome", "chrome")
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Chromium start(Path program, Path profile) throws IOException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox", // the tests may run as root; the page is our own
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(LISTENING)) {
        Thread.ofVirtual().start(() -> said.lines().forEach(ignored -> {}));
        return new Chromium(process, URI.create(line.substring(LISTENING.length()).strip()));
      }
    }
    throw new IOException(program + " ended without listening");
  }

  /** Opens the page in a window of its own and waits until it is loaded. */
  Tab open(Path page) throws IOException {
    String target =
        ask("", "Target.createTarget", Map.of("url", "about:blank")).path("targetId").asText();
    String session =
        ask("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asText();
    return Tab.load(this, session, page.toUri().toString());
  }

  JsonNode ask(String session, String method, Map<String, ?> parameters) throws IOException {
    int id = lastId.incrementAndGet();
    ObjectNode message = JSON.createObjectNode();
    message.put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(id, answer);
    try {
      socket.sendText(message.toString(), true).get(30, TimeUnit.SECONDS);
      JsonNode answered = answer.get(60, TimeUnit.SECONDS);
      if (answered.has("error")) {
        throw new IOException(method + ": " + answered.path("error"));
      }
      return answered.path("result");
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IOException("no answer to " + method, e);
    }
  }

  /** The next event of any window, waited for at most this long. */
  Optional<JsonNode> nextEvent(long seconds) throws IOException {
    try {
      return Optional.ofNullable(events.poll(seconds, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
  }

  /** All events that have arrived. */
  List<JsonNode> arrived() {
    List<JsonNode> all = new ArrayList<>();
    events.drainTo(all);
    return all;
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Messages implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        String whole = text.toString();
        text.setLength(0);
        try {
          JsonNode message = JSON.readTree(whole);
          CompletableFuture<JsonNode> waiting = asked.remove(message.path("id").asInt(-1));
          if (waiting != null) {
            waiting.complete(message);
          } else {
            events.add(message);
          }
        } catch (IOException e) {
          throw new IllegalStateException("the browser sent no JSON", e);
        }
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }
}
