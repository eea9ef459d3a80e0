package dev.assay.inspect.ecosystem;

import static dev.assay.inspect.ecosystem.Purls.purls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import org.junit.jupiter.api.Test;

/** Packages of npm, by what its clients leave. */
class NodeDependenciesTest {
  @Test
  void readsInstalledNodePackagesWhereTheyBelong() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "srv/node_modules/lodash/package.json",
                "{\"name\":\"lodash\",\"version\":\"4.17.20\",\"license\":\"MIT\"}")
            .file(
                "srv/node_modules/@babel/core/package.json",
                "{\"name\":\"@babel/core\",\"version\":\"7.0.0\"}")
            .file(
                "srv/node_modules/lodash/fp/package.json",
                "{\"name\":\"fixture\",\"version\":\"0\"}");
    assertThat(purls(tree))
        .containsExactly("pkg:npm/%40babel/core@7.0.0", "pkg:npm/lodash@4.17.20");
    DependencyFacts facts = (DependencyFacts) tree.all("dependency").getLast().facts();
    assertThat(facts.license()).isEqualTo("MIT");
    assertThat(facts.declaredBy()).isEqualTo("installed metadata");
  }

  @Test
  void readsNodePackagesOfDebian() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "usr/share/nodejs/lodash/package.json",
                "{\"name\":\"lodash\",\"version\":\"4.17.21\"}")
            .file(
                "usr/share/nodejs/@types/node/package.json",
                "{\"name\":\"@types/node\",\"version\":\"18.0.0\"}")
            .file(
                "usr/share/nodejs/lodash/fp/package.json",
                "{\"name\":\"fixture\",\"version\":\"0\"}");
    assertThat(purls(tree))
        .containsExactly("pkg:npm/%40types/node@18.0.0", "pkg:npm/lodash@4.17.21");
  }

  @Test
  void readsAnApplicationByItsOwnFileAndNothingBelowIt() {
    Tree tree =
        Tree.ofASystem()
            .file("opt/app/package.json", "{\"name\":\"app\",\"version\":\"1.2.3\"}")
            .file(
                "opt/app/test/fixture/package.json", "{\"name\":\"fixture\",\"version\":\"0.0.1\"}")
            .file(
                "opt/app-two/package.json",
                "{\"name\":\"@maker/two\",\"version\":\"2.0.0\",\"license\":\"MIT\"}")
            .file("opt/monorepo/package.json", "{\"private\":true,\"name\":\"monorepo\"}")
            .file("opt/monorepo/packages/a/package.json", "{\"name\":\"a\",\"version\":\"3.0.0\"}")
            .file("opt/esm/package.json", "{\"type\":\"module\"}");
    assertThat(purls(tree))
        .containsExactly("pkg:npm/%40maker/two@2.0.0", "pkg:npm/a@3.0.0", "pkg:npm/app@1.2.3");
  }

  @Test
  void aLockFileThatIsNoneIsAProblemAndOpaque() {
    Tree tree =
        Tree.ofASystem()
            .file("a/package-lock.json", "{\"packages\":{\"node_modules/x\":")
            .file("vendor/composer/installed.json", "<?php");
    assertThat(purls(tree)).isEmpty();
    assertThat(tree.all("opaque"))
        .extracting(each -> each.component().artifacts().getFirst())
        .containsExactly("fw!/a/package-lock.json", "fw!/vendor/composer/installed.json");
    assertThat(tree.problems("a/package-lock.json")).containsExactly("json.damaged");
  }

  @Test
  void readsLockFilesOldAndNewWithoutWhatIsForDevelopment() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "a/package-lock.json",
                "{\"packages\":{\"\":{\"name\":\"me\"},\"node_modules/x\":{\"version\":\"1.0.0\"},"
                    + "\"node_modules/x/node_modules/y\":{\"version\":\"2.0.0\"},"
                    + "\"node_modules/z\":{\"version\":\"3.0.0\",\"dev\":true}}}")
            .file(
                "b/package-lock.json",
                "{\"dependencies\":{\"y\":{\"version\":\"2.1.0\",\"dependencies\":{\"w\":{\"version\":\"4.0.0\"}}}}}");
    assertThat(purls(tree))
        .containsExactly(
            "pkg:npm/w@4.0.0", "pkg:npm/x@1.0.0", "pkg:npm/y@2.0.0", "pkg:npm/y@2.1.0");
    DependencyFacts first =
        tree.all("dependency").stream()
            .map(each -> (DependencyFacts) each.facts())
            .filter(facts -> facts.version().equals("2.0.0"))
            .findFirst()
            .orElseThrow();
    assertThat(first.otherVersions()).containsExactly("2.1.0");
    assertThat(first.newerVersions()).containsExactly("2.1.0");
  }

  @Test
  void readsLockFilesOfYarnOldAndNew() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "a/yarn.lock",
                """
                # yarn lockfile v1


                "@babel/core@^7.0.0", "@babel/core@^7.1.0":
                  version "7.12.13"
                  resolved "https://registry.yarnpkg.com/@babel/core/-/core-7.12.13.tgz#1"
                  dependencies:
                    version "^9.9.9"

                lodash@^4.17.15:
                  version "4.17.20"

                mine@^1.0.0, "mine@npm:real@^1.0.0":
                  version "1.0.0"

                "alias@npm:@scope/real@^2.0.0":
                  version "2.0.0"
                """)
            .file(
                "b/yarn.lock",
                """
                __metadata:
                  version: 8

                "lodash@npm:^4.17.15":
                  version: 4.17.21
                  resolution: "lodash@npm:4.17.21"

                "app@workspace:.":
                  version: 0.0.0-use.local
                """);
    assertThat(purls(tree))
        .containsExactly(
            "pkg:npm/%40babel/core@7.12.13",
            "pkg:npm/%40scope/real@2.0.0",
            "pkg:npm/lodash@4.17.20",
            "pkg:npm/lodash@4.17.21",
            "pkg:npm/mine@1.0.0");
  }

  @Test
  void readsLockFilesOfPnpmOldAndNew() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "a/pnpm-lock.yaml",
                """
                lockfileVersion: 5.4
                dependencies:
                  lodash: 4.17.20
                packages:

                  /lodash/4.17.20:
                    resolution: {integrity: sha512-x}
                    dev: false

                  /@babel/core/7.0.0_react@18.0.0:
                    resolution: {integrity: sha512-x}

                  /jest/29.0.0:
                    dev: true
                """)
            .file(
                "b/pnpm-lock.yaml",
                """
                lockfileVersion: '9.0'
                packages:
                  '@babel/core@7.1.0':
                    resolution: {integrity: sha512-x}
                  minimist@1.2.5: {}
                snapshots:
                  minimist@1.2.6: {}
                """)
            .file(
                "c/pnpm-lock.yaml",
                "lockfileVersion: '6.0'\npackages:\n  /a@1.0.0(b@2.0.0):\n    dev: false\n");
    assertThat(purls(tree))
        .containsExactly(
            "pkg:npm/%40babel/core@7.0.0",
            "pkg:npm/%40babel/core@7.1.0",
            "pkg:npm/a@1.0.0",
            "pkg:npm/lodash@4.17.20",
            "pkg:npm/minimist@1.2.5");
  }
}
