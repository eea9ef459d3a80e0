package dev.assay.inspect.ecosystem;

import static dev.assay.inspect.ecosystem.Purls.purls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import org.junit.jupiter.api.Test;

/** Packages of PHP, Ruby and Lua, by what their installers leave. */
class ScriptDependenciesTest {
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
}
