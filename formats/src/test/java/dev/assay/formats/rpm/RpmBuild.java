package dev.assay.formats.rpm;

import dev.assay.formats.FlashTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Packages that rpmbuild makes of {@link FlashTree}. */
record RpmBuild(FlashTree tree) {
  static RpmBuild in(Path directory) throws IOException {
    FlashTree tree = FlashTree.in(directory);
    Files.writeString(
        directory.resolve("p.spec"),
        """
        Name: p
        Epoch: 2
        Version: 1
        Release: 1
        Summary: s
        License: none
        BuildArch: noarch
        AutoReqProv: no
        %description
        d
        %install
        mkdir -p %{buildroot}
        cp -a DIR/tree/. %{buildroot}/
        %files
        /etc
        /bin
        """
            .replace("DIR", directory.toString()));
    return new RpmBuild(tree);
  }

  /**
   * @param payload how it is compressed: {@code w6.gzdio}
   */
  byte[] rpm(String payload) throws IOException, InterruptedException {
    return tree.image("rpmbuild", built(payload));
  }

  /** As rpmsign signs it with a new key of gpg's. */
  byte[] signed(String key, String options) throws IOException, InterruptedException {
    String gpg = "gpg --homedir h --batch --quiet --passphrase ''";
    return tree.image(
        "rpmsign",
        built("w6.gzdio")
            + " && mkdir -m 700 h && %s --quick-gen-key %2$s %2$s sign never".formatted(gpg, key)
            + " && rpmsign %s --define '__gpg %%(command -v gpg)'".formatted(options)
            + " --define '_gpg_name %s' --define \"_gpg_path $PWD/h\"".formatted(key)
            + " --addsign image; status=$?; gpgconf --homedir h --kill all; exit $status");
  }

  private static String built(String payload) {
    return "rpmbuild -bb --quiet --define \"_topdir $PWD/top\" --define \"_rpmdir $PWD/out\""
        + " --define '_binary_payload %s' --define '__os_install_post %%{nil}' p.spec"
            .formatted(payload)
        + " && cp out/*/*.rpm image";
  }
}
