package dev.assay.inspect.ecosystem;

import static dev.assay.inspect.ecosystem.Purls.purls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import org.junit.jupiter.api.Test;

/** Packages of PyPI, by what installers leave and projects ask for. */
class PythonDependenciesTest {
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
}
