package dev.assay.inspect.ecosystem;

import static dev.assay.inspect.ecosystem.Purls.purls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import org.junit.jupiter.api.Test;

/** Modules of Go, by what a project names, sums and vendors. */
class GoModulesTest {
  @Test
  void readsTheModulesThatGoModNamesAndWhatReplacesThem() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "src/go.mod",
                """
                module example.org/own // golang.org/x/none v1.0.0

                go 1.21.3

                require github.com/BurntSushi/toml v0.3.1
                require (
                \tgolang.org/x/crypto v0.14.0 // indirect
                \tgolang.org/x/old v0.1.0
                \texample.org/local v1.0.0
                \t"gopkg.in/yaml.v2" v2.2.2+incompatible
                )

                replace (
                \tgolang.org/x/old v0.1.0 => example.org/new v0.2.0
                \texample.org/local => ../local
                )
                exclude golang.org/x/net v1.2.3
                """)
            .file("src/go.sum", "golang.org/x/text v0.3.0 h1:x=\n");
    assertThat(purls(tree))
        .containsExactly(
            "pkg:golang/example.org/new@v0.2.0",
            "pkg:golang/github.com/burntsushi/toml@v0.3.1",
            "pkg:golang/golang.org/x/crypto@v0.14.0",
            "pkg:golang/gopkg.in/yaml.v2@v2.2.2%2Bincompatible");
  }

  @Test
  void theSumsOfGoTellOfFurtherModulesWhereGoModDoesNot() {
    Tree tree =
        Tree.ofASystem()
            .file("src/go.mod", "module own\n\ngo 1.16\n\nrequire golang.org/x/net v0.1.0\n")
            .file(
                "src/go.sum",
                """
                golang.org/x/net v0.1.0 h1:a=
                golang.org/x/net v0.2.0 h1:b=
                golang.org/x/text v0.3.0 h1:c=
                golang.org/x/text v0.3.0/go.mod h1:d=
                golang.org/x/text v0.3.3 h1:e=
                golang.org/x/text v0.4.0/go.mod h1:f=
                golang.org/x/tools v0.5.0/go.mod h1:g=
                """)
            .file("alone/go.sum", "golang.org/x/sys v0.1.0 h1:h=\n");
    assertThat(purls(tree))
        .containsExactly(
            "pkg:golang/golang.org/x/net@v0.1.0", "pkg:golang/golang.org/x/text@v0.3.3");
  }

  @Test
  void vendoredModulesOfGoAreThoseOfWhichAPackageIsThere() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "src/vendor/modules.txt",
                """
                # github.com/gorilla/websocket v1.4.0
                ## explicit
                github.com/gorilla/websocket
                # golang.org/x/unused v0.1.0
                ## explicit; go 1.17
                # golang.org/x/old v0.1.0 => example.org/new v0.2.0
                golang.org/x/old/a
                golang.org/x/old/b
                # example.org/local v1.0.0 => ./local
                example.org/local
                # golang.org/x/old => example.org/new v0.2.0
                """);
    assertThat(purls(tree))
        .containsExactly(
            "pkg:golang/example.org/new@v0.2.0", "pkg:golang/github.com/gorilla/websocket@v1.4.0");
  }
}
