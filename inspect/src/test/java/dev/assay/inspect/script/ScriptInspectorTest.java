package dev.assay.inspect.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import dev.assay.model.Place;
import dev.assay.model.RiskSigns.Exposure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptInspectorTest {
  private static final String STATUS =
      "Package: %s\nStatus: install ok installed\nVersion: 1.0-2\nArchitecture: all\n";

  private static ScriptFacts facts(Described found) {
    return (ScriptFacts) found.facts();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aScriptIsAComponentWithWhatItDoes() {
    Described found =
        Tree.ofASystem()
            .file(
                "www/cgi-bin/ping",
                0755,
                0,
                0,
                bytes("#!/bin/sh\neval $(echo \"$QUERY_STRING\")\n"))
            .only("script");
    assertThat(found.component().name()).isEqualTo("ping");
    assertThat(facts(found).language()).isEqualTo("shell");
    assertThat(facts(found).interpreter()).isEqualTo("/bin/sh");
    assertThat(facts(found).requests()).containsExactly("the query of a request");
    assertThat(facts(found).commandsOfRequests()).containsExactly("eval of the query");
    assertThat(found.evidence())
        .filteredOn(each -> each.fact().equals("commandsOfRequests[0]"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.evidence().place()).isEqualTo(Place.line(2));
              assertThat(each.evidence().excerpt()).isEqualTo("eval $(echo \"$QUERY_STRING\")");
            });
    assertThat(found.signs().exposure().orElseThrow().value()).isEqualTo(Exposure.LISTENS);
    assertThat(found.signs().uses()).containsExactly("path:/bin/sh");
  }

  @Test
  void theModulesOfALibraryAreOneComponent() {
    Described found =
        Tree.ofASystem()
            .file("usr/lib/python3/dist-packages/box/__init__.py", "import json\n")
            .file("usr/lib/python3/dist-packages/box/net.py", "import socket\nd = json.loads(t)\n")
            .only("script");
    assertThat(found.component().name()).isEqualTo("box (python)");
    assertThat(facts(found).path()).isEqualTo("usr/lib/python3/dist-packages/box");
    assertThat(facts(found).library()).isTrue();
    assertThat(facts(found).files()).isEqualTo(2);
    assertThat(found.signs().exposure().orElseThrow().value()).isEqualTo(Exposure.CLIENT);
  }

  @Test
  void theModulesOfAPackageAreItsOwn() {
    Described found =
        Tree.ofASystem()
            .file("etc/os-release", "ID=debian\nVERSION_CODENAME=bookworm\n")
            .file("var/lib/dpkg/status", STATUS.formatted("libbox-perl"))
            .file(
                "var/lib/dpkg/info/libbox-perl.list",
                "/.\n/usr/share/perl5/Box.pm\n/usr/share/perl5/Net/Box.pm\n")
            .file("usr/share/perl5/Box.pm", "package Box;\nuse strict;\n1;\n")
            .file("usr/share/perl5/Net/Box.pm", "package Net::Box;\nuse LWP::UserAgent;\n1;\n")
            .only("script");
    assertThat(found.component().name()).isEqualTo("libbox-perl (perl)");
    assertThat(facts(found).files()).isEqualTo(2);
    assertThat(facts(found).connects()).containsExactly("LWP");
    assertThat(found.component().purl())
        .isEqualTo("pkg:deb/debian/libbox-perl@1.0-2?arch=all&distro=bookworm#usr/share/perl5");
  }

  @Test
  void thePagesOfAnApplicationAreOneComponentAndNoLibrary() {
    Described found =
        Tree.ofASystem()
            .file("var/www/html/shop/index.php", "<?php\necho $_GET['name'];\n")
            .file("var/www/html/shop/admin/run.php", "<?php\nsystem($_POST['c']);\n")
            .only("script");
    assertThat(found.component().name()).isEqualTo("shop (php)");
    assertThat(found.component().purl()).isEqualTo("pkg:generic/shop");
    assertThat(facts(found).library()).isFalse();
    assertThat(facts(found).pagesOfRequests()).containsExactly("a page with $_GET");
    assertThat(facts(found).commandsOfRequests()).containsExactly("system of $_POST");
    assertThat(found.component().artifacts())
        .isEqualTo(
            List.of("fw!/var/www/html/shop/admin/run.php", "fw!/var/www/html/shop/index.php"));
  }

  @Test
  void aModuleThatBeginsLikeSeveralLanguagesIsOfTheOneThatItIsNamedAfter() {
    Described found =
        Tree.ofASystem()
            .file(
                "opt/app/node_modules/link/index.mjs",
                "import https from 'node:https'\nimport fs from 'node:fs'\n")
            .only("script");
    assertThat(facts(found).language()).isEqualTo("javascript");
    assertThat(facts(found).library()).isTrue();
    assertThat(facts(found).connects()).containsExactly("a client of HTTP");
  }

  @Test
  void functionsForOtherScriptsAreCodeToo() {
    List<Described> found =
        Tree.ofASystem()
            .file("lib/functions/net.sh", "# helpers\n\nfetch() {\n\twget -q \"$1\"\n}\n")
            .file("lib/functions/log.sh", "function log {\n  logger \"$*\"\n}\n")
            .file("etc/profile.d/a.sh", "if [ -d /opt/a ]; then\n  PATH=$PATH:/opt/a\nfi\n")
            .file("usr/lib/aConf.sh", "A_LIBS=\"-la\"\n")
            .all("script");
    assertThat(found)
        .extracting(each -> facts(each).path(), each -> facts(each).files())
        .containsExactly(tuple("etc/profile.d", 1), tuple("lib/functions", 2));
    assertThat(facts(found.getLast()).connects()).containsExactly("wget");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "define(['jquery'], function ($) { fetch(u) })",
        "( function( factory ) { fetch(u) } )",
        ";(function(){ fetch(u) })()",
        "+function ($) { fetch(u) }(jQuery);",
        "(() => { fetch(u) })()",
        "class Side extends HTMLElement { a() { fetch(u) } }",
        "$(document).ready(function () { fetch(u) })",
        "if (typeof jQuery === 'undefined') { fetch(u) }",
        "window.search = fetch(u)"
      })
  void scriptsOfPagesBeginInManyWays(String text) {
    Described found =
        Tree.ofASystem().file("www/app/a.js", "/*!\n * a\n */\n" + text + "\n").only("script");
    assertThat(facts(found).connects()).containsExactly("fetch");
  }

  @Test
  void aTextThatOnlyLooksLikeCodeIsNone() {
    assertThat(
            Tree.ofASystem()
                .file("usr/share/doc/a/README", "import duties are due\n")
                .file("usr/share/a/main.go", "package main\nimport \"os\"\n")
                .file("usr/share/a/A.java", "package a;\nimport java.util.List;\n")
                .file("usr/share/a/main.c", "main()\n{\n}\n")
                .all("script"))
        .isEmpty();
  }

  @Test
  void whatBecomesOfARequestInOtherLinesIsNotKnown() {
    Described found =
        Tree.ofASystem()
            .file("www/ping.php", "<?php\n$host = $_GET['host'];\nsystem(\"ping $host\");\n")
            .only("script");
    assertThat(found.unknown()).containsOnlyKeys("commandsOfRequests", "pagesOfRequests");
  }

  @Test
  void aRequestThatIsSettledInItsLineIsKnown() {
    Described found =
        Tree.ofASystem()
            .file("www/hi.php", "<?php\nsystem('date');\necho htmlspecialchars($_GET['n']);\n")
            .only("script");
    assertThat(facts(found).requests()).isNotEmpty();
    assertThat(found.unknown()).isEmpty();
  }

  @Test
  void optionsFromElsewhereAreNotKnown() {
    Described found =
        Tree.ofASystem()
            .file("usr/bin/get", "#!/bin/sh\nCURL_OPTS=-k\ncurl $CURL_OPTS https://a.example/\n")
            .only("script");
    assertThat(found.unknown()).containsKey("uncheckedTls");
  }

  @Test
  void codeBehindACommentIsSeen() {
    Described found =
        Tree.ofASystem()
            .file(
                "www/a.php", "<?php\n/* harmless */ system($_GET['c']);\n * system($_GET['d']);\n")
            .only("script");
    assertThat(facts(found).commandsOfRequests()).containsExactly("system of $_GET");
  }

  @Test
  void passwordsInLinesAreMasked() {
    Described found =
        Tree.ofASystem()
            .file("usr/bin/up", "#!/bin/sh\ncurl -k -u agent:Tr0ub4dor https://a.example/\n")
            .only("script");
    assertThat(found.evidence())
        .filteredOn(each -> each.fact().equals("uncheckedTls[0]"))
        .extracting(each -> each.evidence().excerpt())
        .containsExactly("curl -k -u agent:… https://a.example/");
  }

  @Test
  void whatIsNotLookedAtWholeIsNotKnown() {
    String line = "<?php echo htmlspecialchars($_GET['a']);".repeat(20) + "\n";
    Described found =
        Tree.ofASystem().file("www/long.php", "<?php\n" + line.repeat(3000)).only("script");
    assertThat(found.unknown()).containsKey("commandsOfRequests");
  }

  @Test
  void whatIsNotReadWholeIsNotKnown() {
    String text = "#!/bin/sh\n" + "# filler\n".repeat(500_000) + "curl -k https://a.example/\n";
    Described found = Tree.ofASystem().file("usr/bin/long", text).only("script");
    assertThat(found.unknown()).containsKey("uncheckedTls");
    assertThat(found.signs().exposure()).isEmpty();
  }

  @Test
  void ofALongLineTheStatementIsSeen() {
    String other = "$a = escapeshellarg('a');".repeat(50);
    Described found =
        Tree.ofASystem()
            .file("www/a.php", "<?php\n" + other + "system($_GET['c']);" + other + "\n")
            .only("script");
    assertThat(facts(found).commandsOfRequests()).containsExactly("system of $_GET");
    assertThat(found.unknown()).isEmpty();
  }

  @Test
  void aLongStatementIsNotKnown() {
    Described found =
        Tree.ofASystem()
            .file("www/a.php", "<?php\nsystem('" + "x".repeat(1000) + "' . $_GET['c']);\n")
            .only("script");
    assertThat(found.unknown())
        .containsEntry(
            "commandsOfRequests", "line 2 of www/a.php is too long to be looked at whole")
        .doesNotContainKeys("requests", "uncheckedTls");
    assertThat(found.signs().exposure().orElseThrow().value()).isEqualTo(Exposure.LISTENS);
  }

  @Test
  void whatMayStandInALongLineMayBeMadeOfARequest() {
    Described found =
        Tree.ofASystem()
            .file(
                "www/a.php",
                "<?php\n$name = $_GET['name'];\nfopen(\"" + "x".repeat(1000) + "$name\");\n")
            .only("script");
    assertThat(found.unknown()).containsKey("filesOfRequests").doesNotContainKey("codeOfRequests");
  }

  @Test
  void whatStandsTogetherIsKnownInAnyLine() {
    String other = "a(1),".repeat(300);
    Described found =
        Tree.ofASystem()
            .file(
                "opt/app/node_modules/a/a.js",
                "(function(){" + other + "prefetch(1)," + other + "fetch(u)," + other + "b})()\n")
            .only("script");
    assertThat(facts(found).connects()).containsExactly("fetch");
    assertThat(found.unknown()).isEmpty();
  }

  @Test
  void aLongCommentIsNone() {
    Described found =
        Tree.ofASystem()
            .file("usr/bin/a", "#!/bin/sh\n# " + "words; ".repeat(200) + "curl -k $ARGS\n")
            .only("script");
    assertThat(facts(found).connects()).isEmpty();
    assertThat(found.unknown()).isEmpty();
  }

  @FuzzTest
  void anyScriptIsSurvived(byte[] content) {
    Tree tree = Tree.ofASystem();
    for (String name : List.of("a.py", "b/a.php", "c/a.lua", "usr/share/perl5/A.pm", "d/a.sh")) {
      tree.file(name, content);
    }
    for (Described found : tree.inspectedBy(new ScriptInspector()).components()) {
      assertThat(facts(found).files()).isEqualTo(1);
    }
  }
}
