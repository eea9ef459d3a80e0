package dev.assay.inspect;

import dev.assay.inspect.accounts.AccountInspector;
import dev.assay.inspect.android.AndroidPackageInspector;
import dev.assay.inspect.android.AndroidPackageReader;
import dev.assay.inspect.boot.BootArgumentsInspector;
import dev.assay.inspect.boot.DeviceTreeInspector;
import dev.assay.inspect.bootloader.BootImageInspector;
import dev.assay.inspect.bootloader.BootloaderInspector;
import dev.assay.inspect.certificates.CertificateInspector;
import dev.assay.inspect.cleartext.CleartextInspector;
import dev.assay.inspect.cron.CronTableInspector;
import dev.assay.inspect.dropbear.DropbearInspector;
import dev.assay.inspect.elf.ElfInspector;
import dev.assay.inspect.elf.ProgramInspector;
import dev.assay.inspect.identity.SoftwareInspector;
import dev.assay.inspect.ipsec.IpsecInspector;
import dev.assay.inspect.kernel.KernelImageInspector;
import dev.assay.inspect.kernel.KernelInspector;
import dev.assay.inspect.kernel.ModuleInspector;
import dev.assay.inspect.keys.AuthorizedKeysInspector;
import dev.assay.inspect.keys.KeyMaterialInspector;
import dev.assay.inspect.keys.KeyStoreInspector;
import dev.assay.inspect.keys.PrivateKeyInspector;
import dev.assay.inspect.mounts.MountTableInspector;
import dev.assay.inspect.opaque.EntropyInspector;
import dev.assay.inspect.opaque.LuksInspector;
import dev.assay.inspect.opaque.OpaqueInspector;
import dev.assay.inspect.packages.PackageInspector;
import dev.assay.inspect.packages.RpmDatabaseInspector;
import dev.assay.inspect.placement.FileSystemInspector;
import dev.assay.inspect.secrets.SecretInspector;
import dev.assay.inspect.services.ServiceInspector;
import dev.assay.inspect.snmp.SnmpAgentInspector;
import dev.assay.inspect.ssh.SshServerInspector;
import dev.assay.inspect.sudo.SudoPolicyInspector;
import dev.assay.inspect.sysctl.SysctlInspector;
import dev.assay.inspect.web.WebServerInspector;
import dev.assay.model.Kind;
import java.util.List;

/** Table of contents: every kind of component Assay knows and what finds it. */
public final class Inspectors {
  private Inspectors() {}

  private static final List<ContentInspector<?>> CONTENT =
      List.of(
          new ElfInspector(),
          new KernelImageInspector(),
          new ModuleInspector(),
          new RpmDatabaseInspector(),
          new DeviceTreeInspector(),
          new BootImageInspector(),
          new KeyMaterialInspector(),
          new EntropyInspector(),
          new LuksInspector(),
          new AndroidPackageReader());

  private static final List<Inspector> ROOT =
      List.of(
          new KernelInspector(),
          new BootArgumentsInspector(),
          new BootloaderInspector(),
          new SysctlInspector(),
          new CronTableInspector(),
          new ServiceInspector(),
          new MountTableInspector(),
          new ProgramInspector(),
          new FileSystemInspector(),
          new PackageInspector(),
          new SoftwareInspector(),
          new AccountInspector(),
          new SshServerInspector(),
          new DropbearInspector(),
          new SnmpAgentInspector(),
          new IpsecInspector(),
          new CleartextInspector(),
          new SudoPolicyInspector(),
          new WebServerInspector(),
          new CertificateInspector(),
          new PrivateKeyInspector(),
          new KeyStoreInspector(),
          new AuthorizedKeysInspector(),
          new SecretInspector(),
          new OpaqueInspector(),
          new AndroidPackageInspector());

  /** What looks at single contents. */
  public static List<ContentInspector<?>> ofContent() {
    return CONTENT;
  }

  /** What looks at root file systems. */
  public static List<Inspector> ofRoots() {
    return ROOT;
  }

  /** All kinds of component. */
  public static List<Kind<?>> kinds() {
    return ROOT.stream().<Kind<?>>flatMap(i -> i.kinds().stream()).distinct().toList();
  }
}
