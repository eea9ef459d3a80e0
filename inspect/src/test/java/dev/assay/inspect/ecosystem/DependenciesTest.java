package dev.assay.inspect.ecosystem;

import static dev.assay.inspect.ecosystem.Purls.purls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import org.junit.jupiter.api.Test;

/** Packages of scripting languages, by what their installers leave. */
class DependenciesTest {
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
  }

  @Test
  void readsPythonMetadataUpToTheDescription() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "usr/lib/python3/site-packages/Zope.Interface-5.0.dist-info/METADATA",
                "Metadata-Version: 2.1\nName: Zope.Interface\nVersion: 5.0\nLicense: ZPL 2.1\n\nVersion: 9\n")
            .file("opt/six.egg-info", "Name: six\nVersion: 1.16.0\n");
    assertThat(purls(tree)).containsExactly("pkg:pypi/six@1.16.0", "pkg:pypi/zope-interface@5.0");
  }

  @Test
  void readsComposerGemsAndRocks() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "www/vendor/composer/installed.json",
                "{\"packages\":[{\"name\":\"monolog/monolog\",\"version\":\"v2.1.0\",\"license\":[\"MIT\"]}]}")
            .file(
                "usr/lib/ruby/specifications/rack-2.2.3.gemspec",
                "Gem::Specification.new do |s|\n  s.name = \"rack\".freeze\n  s.version = \"2.2.3\"\n  s.licenses = [\"MIT\".freeze]\nend\n")
            .file(
                "usr/lib/luarocks/rocks-5.1/lpeg/1.0-1/lpeg-1.0-1.rockspec",
                "package = \"LPeg\"\nversion = \"1.0-1\"\n");
    assertThat(purls(tree))
        .containsExactly(
            "pkg:composer/monolog/monolog@2.1.0", "pkg:gem/rack@2.2.3", "pkg:luarocks/lpeg@1.0-1");
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

  @Test
  void readsLockFilesOfComposerAndBundlerWithoutWhatIsForDevelopment() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "www/composer.lock",
                "{\"packages\":[{\"name\":\"guzzlehttp/psr7\",\"version\":\"1.8.3\"}],"
                    + "\"packages-dev\":[{\"name\":\"phpunit/phpunit\",\"version\":\"9.5.0\"}]}")
            .file(
                "app/Gemfile.lock",
                """
                PATH
                  remote: .
                  specs:
                    own (0.1.0)

                GEM
                  remote: https://rubygems.org/
                  specs:
                    nokogiri (1.13.0-x86_64-linux)
                    sinatra (2.0.0)
                      rack (~> 2.0)

                DEPENDENCIES
                  sinatra
                """);
    assertThat(purls(tree))
        .containsExactly(
            "pkg:composer/guzzlehttp/psr7@1.8.3",
            "pkg:gem/nokogiri@1.13.0",
            "pkg:gem/sinatra@2.0.0");
  }

  @Test
  void readsCratesOfTheRegistryFromCargosLockFile() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "src/Cargo.lock",
                """
                # This file is automatically @generated by Cargo.
                version = 3

                [[package]]
                name = "own"
                version = "0.1.0"
                dependencies = [
                 "openssl-src",
                 "forked",
                ]

                [[package]]
                name = "forked"
                version = "1.0.0"
                source = "git+https://example.org/forked#0123456789abcdef"

                [[package]]
                name = "openssl-src"
                version = "111.10.0+1.1.1g"
                source = "registry+https://github.com/rust-lang/crates.io-index"
                checksum = "47cd4a96d49c3abf4cac8e8a80cba998a030c75608f158fb1c5f609772f265e6"

                [[package]]
                name = "time"
                version = "0.1.43"
                source = "sparse+https://index.crates.io/"
                """);
    assertThat(purls(tree))
        .containsExactly("pkg:cargo/openssl-src@111.10.0%2B1.1.1g", "pkg:cargo/time@0.1.43");
    assertThat(((DependencyFacts) tree.all("dependency").getFirst().facts()).declaredBy())
        .isEqualTo("lock file");
  }

  @Test
  void aLockFileOfCargoThatWasCutOffIsAProblemAndOpaque() {
    Tree tree = Tree.ofASystem().file("src/Cargo.lock", "[[package]]\nname = \"time\"\nversion = ");
    assertThat(purls(tree)).isEmpty();
    assertThat(tree.all("opaque"))
        .extracting(each -> each.component().artifacts().getFirst())
        .containsExactly("fw!/src/Cargo.lock");
    assertThat(tree.problems("src/Cargo.lock")).containsExactly("toml.damaged");
  }

  @Test
  void readsLockFilesOfPythonWithoutWhatIsForDevelopment() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "a/Pipfile.lock",
                """
                {"_meta": {}, "default": {
                  "Flask_Login": {"version": "==0.5.0", "hashes": ["sha256:00"]},
                  "mine": {"git": "https://example.org/mine", "ref": "0123"}},
                 "develop": {"pytest": {"version": "==6.0.0"}}}
                """)
            .file(
                "b/poetry.lock",
                """
                [[package]]
                name = "Jinja2"
                version = "2.11.1"
                category = "main"

                [[package]]
                name = "black"
                version = "22.1.0"
                category = "dev"

                [[package]]
                name = "mypy"
                version = "1.0.0"
                groups = ["dev"]

                [[package]]
                name = "urllib3"
                version = "1.26.4"
                groups = ["dev", "main"]

                [[package]]
                name = "forked"
                version = "1.0.0"
                [package.source]
                type = "git"
                url = "https://example.org/forked"
                """)
            .file(
                "c/uv.lock",
                """
                version = 1
                requires-python = ">=3.12"

                [[package]]
                name = "app"
                version = "0.1.0"
                source = { virtual = "." }
                dependencies = [{ name = "idna" }]

                [[package]]
                name = "idna"
                version = "3.6"
                source = { registry = "https://pypi.org/simple" }
                """)
            .file("d/uv.lock", "[[package")
            .file("e/Pipfile.lock", "{");
    assertThat(purls(tree))
        .containsExactly(
            "pkg:pypi/flask-login@0.5.0",
            "pkg:pypi/idna@3.6",
            "pkg:pypi/jinja2@2.11.1",
            "pkg:pypi/urllib3@1.26.4");
    assertThat(tree.problems("d/uv.lock")).containsExactly("toml.damaged");
    assertThat(tree.problems("e/Pipfile.lock")).containsExactly("json.damaged");
  }

  @Test
  void aRequirementTellsAVersionOnlyWhereItPinsOne() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "srv/requirements.txt",
                """
                # comment==1.0
                -r base.txt
                --index-url https://example.org/simple
                Django==3.2.4
                requests[security,socks] == 2.25.1 ; python_version >= "3.6"
                zope.interface===5.0  # legacy
                cryptography==3.4.7 \\
                    --hash=sha256:00
                numpy>=1.19,<2
                pip @ https://example.org/pip.whl
                six==1.*
                tornado
                ./local/folder
                This is no requirement.
                """)
            .file("opt/tornado.egg-info", "Name: tornado\nVersion: 6.1\n");
    assertThat(purls(tree))
        .containsExactly(
            "pkg:pypi/cryptography@3.4.7",
            "pkg:pypi/django@3.2.4",
            "pkg:pypi/numpy",
            "pkg:pypi/requests@2.25.1",
            "pkg:pypi/six",
            "pkg:pypi/tornado@6.1",
            "pkg:pypi/zope-interface@5.0");
    assertThat(tree.all("dependency"))
        .filteredOn(each -> ((DependencyFacts) each.facts()).version().isEmpty())
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.unknown()).containsKey("version"));
  }

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
