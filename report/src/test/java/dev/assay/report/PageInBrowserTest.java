package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Evaluation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTML report as a reader meets it; skipped where no browser is installed. */
class PageInBrowserTest {
  @TempDir static Path directory;
  private static Optional<Chromium> browser = Optional.empty();

  private Tab page;

  @BeforeAll
  static void browser() throws IOException {
    Optional<Path> program = Chromium.installed();
    assumeTrue(program.isPresent(), "Chromium is installed");
    browser = Optional.of(Chromium.start(program.orElseThrow(), directory.resolve("profile")));
  }

  @AfterAll
  static void close() {
    browser.ifPresent(Chromium::close);
  }

  @BeforeEach
  void open() throws IOException {
    page = open(SampleEvaluation.of(40, "NAS-320"));
  }

  private static Tab open(Evaluation evaluation) throws IOException {
    Path file = directory.resolve("report.html");
    try (OutputStream out = Files.newOutputStream(file)) {
      Reports.named("html").orElseThrow().write(evaluation, "12".repeat(32), out);
    }
    return browser.orElseThrow().open(file);
  }

  private static String script(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PageInBrowserTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private List<String> texts(String expression) throws IOException {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : page.value("Array.from(" + expression + ")")) {
      texts.add(each.asText());
    }
    return texts;
  }

  private List<String> shownCases() throws IOException {
    return texts(
        "Array.from(document.querySelectorAll('#list>details')).filter(e=>e.checkVisibility())"
            + ".map(e=>e.id)");
  }

  @Test
  void loadsNothingButItselfAndComplainsOfNothing() {
    assertThat(page.requests())
        .singleElement()
        .satisfies(url -> assertThat(url).startsWith("file:").endsWith("report.html"));
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void drawsTheTreemapWithATileForEachComponentInsideItsFrame() throws IOException {
    assertThat(
            page.value(
                    "Array.from(document.querySelectorAll('svg.treemap g.tile rect'))"
                        + ".map(r=>r.getBoundingClientRect()).filter(r=>r.width>0&&r.height>0)"
                        + ".length")
                .asInt())
        .isEqualTo(43);
    assertThat(
            texts(
                "(()=>{const f=document.querySelector('svg.treemap').getBoundingClientRect();return"
                    + " Array.from(document.querySelectorAll('g.tile')).filter(g=>{const"
                    + " r=g.querySelector('rect').getBoundingClientRect();return r.left<f.left-1||"
                    + "r.right>f.right+1||r.top<f.top-1||r.bottom>f.bottom+1})"
                    + ".map(g=>g.getAttribute('aria-label'))})()"))
        .isEmpty();
  }

  @Test
  void searchAndFiltersShowWhatTheyNameAndCountIt() throws IOException {
    assertThat(shownCases()).containsExactly("SSH-ROOT-LOGIN", "ELF-PIE");
    page.press("/", 191, "/");
    assertThat(page.text("document.activeElement.id")).isEqualTo("q");
    page.write("sshd_config");
    assertThat(shownCases()).containsExactly("SSH-ROOT-LOGIN");
    assertThat(page.text("document.getElementById('shown').textContent")).isEqualTo("1 of 2 shown");
    page.value("document.getElementById('q').value='';document.getElementById('q').focus();0");
    page.write("no such text anywhere");
    assertThat(shownCases()).isEmpty();
    page.value("location.hash='q=&severity=medium';0");
    page.value("new Promise(done=>setTimeout(done,100))");
    assertThat(shownCases()).containsExactly("ELF-PIE");
    page.value("location.hash='severity=&order=count';0");
    page.value("new Promise(done=>setTimeout(done,100))");
    assertThat(shownCases()).containsExactly("ELF-PIE", "SSH-ROOT-LOGIN");
  }

  @Test
  void aFailureOpensToItsReasonMitigationAndEvidence() throws IOException {
    String body = "document.querySelector('#SSH-ROOT-LOGIN .body')";
    assertThat(page.value(body + ".checkVisibility()").asBoolean()).isFalse();
    page.value("document.querySelector('#SSH-ROOT-LOGIN summary').click();0");
    assertThat(page.value(body + ".checkVisibility()").asBoolean()).isTrue();
    assertThat(page.text(body + ".innerText"))
        .contains("because of it", "mend it", "disk.img!/etc/ssh/sshd_config:32")
        .contains("PermitRootLogin yes", "nist:800-53r5:AC-6(2)");
  }

  @Test
  void everyControlIsReachedByTabInOrderWithAVisibleFocus() throws IOException {
    List<String> reached = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      page.press("Tab", 9);
      String where =
          page.text(
              "(e=>e===document.body?'':e.id||(e.closest('[id]')||{id:'top'}).id+'>'+e"
                  + ".tagName.toLowerCase())(document.activeElement)");
      if (where.isEmpty()) {
        break;
      }
      if (reached.isEmpty() || !reached.getLast().equals(where)) {
        reached.add(where);
      }
      String marked =
          page.text(
              "(e=>{const s=getComputedStyle(e),r=e.querySelector('rect');return"
                  + " (s.outlineStyle!=='none'&&parseFloat(s.outlineWidth)>0)||(r&&parseFloat("
                  + "getComputedStyle(r).strokeWidth)>1.5)?'':e.outerHTML.slice(0,60)})"
                  + "(document.activeElement)");
      if (!marked.isEmpty()) {
        unseen.add(marked);
      }
    }
    assertThat(unseen).isEmpty();
    assertThat(reached)
        .containsSubsequence(
            "theme",
            "risk>g",
            "risk>summary",
            "q",
            "severity",
            "kind",
            "standard",
            "order",
            "SSH-ROOT-LOGIN>summary",
            "ELF-PIE>summary",
            "requirements>summary",
            "untested>summary",
            "components>summary");
  }

  @Test
  void enterOnTheFirstTabStopSkipsToTheFailuresAndOnAFailureOpensIt() throws IOException {
    page.press("Tab", 9);
    assertThat(page.text("document.activeElement.className")).isEqualTo("skip");
    page.press("Enter", 13, "\r");
    assertThat(page.text("location.hash")).isEqualTo("#failures");
    page.press("Tab", 9);
    assertThat(page.text("document.activeElement.id")).isEqualTo("q");
    page.value("document.querySelector('#ELF-PIE summary').focus();0");
    page.press("Enter", 13, "\r");
    assertThat(page.value("document.getElementById('ELF-PIE').open").asBoolean()).isTrue();
    page.press("Enter", 13, "\r");
    assertThat(page.value("document.getElementById('ELF-PIE').open").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "screen, light, ''", "screen, dark, ''", "screen, light, dark", "screen, dark, light",
    "print, light, ''", "print, dark, ''", "print, light, dark", "print, dark, dark"
  })
  void everyTextStandsOutFromWhatLiesBehindIt(String medium, String system, String chosen)
      throws IOException {
    page.media("screen", system);
    if (!chosen.isEmpty()) {
      page.value("document.getElementById('theme').click();0");
      assertThat(page.text("document.documentElement.dataset.theme"))
          .isEqualTo(system.equals("dark") ? "light" : "dark");
    }
    page.value("document.querySelectorAll('details').forEach(d=>{d.open=true});0");
    page.media(medium, system);
    assertThat(texts(script("contrast.js"))).isEmpty();
    String ground = page.text("getComputedStyle(document.body).backgroundColor");
    boolean dark = medium.equals("screen") && (chosen.isEmpty() ? system : chosen).equals("dark");
    assertThat(ground)
        .isEqualTo(
            dark
                ? "rgb(20, 22, 26)"
                : medium.equals("print") ? "rgb(255, 255, 255)" : "rgb(251, 251, 250)");
  }

  @Test
  void aPrintedPageHasTheEvidenceAndNoControls() throws IOException {
    assertThat(page.print()).isGreaterThan(10_000);
    page.media("print", "light");
    assertThat(
            page.value("document.querySelector('#SSH-ROOT-LOGIN .evidence').checkVisibility()")
                .asBoolean())
        .isTrue();
    assertThat(page.value("document.getElementById('filters').checkVisibility()").asBoolean())
        .isFalse();
    assertThat(page.value("document.querySelector('.top').checkVisibility()").asBoolean())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 400})
  void nothingHasToBeScrolledSideways(int width) throws IOException {
    page = open(SampleEvaluation.of(40, "x".repeat(300) + SampleEvaluation.HOSTILE));
    page.size(width, 800);
    page.value("document.querySelectorAll('details').forEach(d=>{d.open=true});0");
    assertThat(
            texts(
                "Array.from(document.querySelectorAll('main *')).filter(e=>!e.closest('.scroll,svg')"
                    + "&&(e.getBoundingClientRect().right>innerWidth+1"
                    + "||e.scrollWidth>innerWidth)).map(e=>e.outerHTML"
                    + ".slice(0,80)+' in '+e.closest('[id]').id)"))
        .isEmpty();
    assertThat(page.value("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(width);
  }

  @Test
  void hostileNamesStayText() throws IOException {
    page = open(SampleEvaluation.of(3, SampleEvaluation.HOSTILE));
    page.value("document.querySelectorAll('details').forEach(d=>{d.open=true});0");
    page.value("new Promise(done=>setTimeout(done,200))");
    assertThat(page.complaints()).isEmpty();
    assertThat(page.requests()).hasSize(1);
    assertThat(page.text("typeof window.hit")).isEqualTo("undefined");
    assertThat(page.value("document.scripts.length").asInt()).isEqualTo(1);
    assertThat(
            page.value("document.querySelectorAll('img,iframe,object,embed,form').length").asInt())
        .as("the only form is the filter")
        .isEqualTo(1);
    assertThat(
            texts(
                "Array.from(document.querySelectorAll('*')).filter(e=>Array.from(e.attributes)"
                    + ".some(a=>a.name.startsWith('on')||a.name==='href'&&a.value[0]!=='#'))"
                    + ".map(e=>e.outerHTML)"))
        .isEmpty();
    String text = page.text("document.body.textContent");
    assertThat(text).contains("</script><img src=x onerror=");
    assertThat(text).doesNotContain("\u001b", "\u0000", "\u202E", "\u2067", "\u200F");
  }
}
