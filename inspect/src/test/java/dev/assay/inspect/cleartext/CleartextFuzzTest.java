package dev.assay.inspect.cleartext;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.EntryType;
import dev.assay.inspect.Gathered;
import dev.assay.inspect.tree.Analysis;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Owner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class CleartextFuzzTest {
  @FuzzTest
  void readsAnyConfigurationOfVsftpd(byte[] content) {
    describe("/usr/sbin/vsftpd", "etc/vsftpd.conf", content);
  }

  @FuzzTest
  void readsAnyConfigurationOfProftpd(byte[] content) {
    describe("/usr/sbin/proftpd", "etc/proftpd.conf", content);
  }

  @FuzzTest
  void readsAnyConfigurationOfPureFtpd(byte[] content) {
    describe("/usr/sbin/pure-ftpd", "etc/pure-ftpd.conf", content);
  }

  @FuzzTest
  void readsAnyConfigurationOfRsync(byte[] content) {
    describe("/usr/bin/rsync --daemon", "etc/rsyncd.conf", content);
  }

  @FuzzTest
  void readsAnyExports(byte[] content) {
    describe("/usr/sbin/rpc.nfsd", "etc/exports", content);
  }

  @FuzzTest
  void readsAnyListOfTrustedHosts(byte[] content) {
    describe("/usr/sbin/in.rshd", "etc/hosts.equiv", content);
  }

  @FuzzTest
  void readsAnyCommandLine(byte[] content) {
    for (String daemon : List.of("telnetd", "in.tftpd", "ftpd", "x11vnc", "Xorg")) {
      String line = new String(content, StandardCharsets.UTF_8).replace('\n', ' ');
      describe(daemon + " " + line, "etc/none", new byte[0]);
    }
  }

  private static void describe(String command, String path, byte[] content) {
    byte[] script = ("#!/bin/sh\n" + command + "\n").getBytes(StandardCharsets.UTF_8);
    Root root = new Root("fw", List.of(node("etc/init.d/S1d", script), node(path, content)));
    Gathered.by(new CleartextInspector(), root);
  }

  private static Node node(String path, byte[] content) {
    return new Node(
        "fw/" + path,
        path,
        EntryType.FILE,
        0755,
        Owner.ROOT,
        0,
        Map.of(),
        "",
        Analysis.none("text/plain"),
        List.of(),
        Optional.of(content));
  }
}
