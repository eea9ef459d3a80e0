package dev.assay.inspect;

import dev.assay.inspect.accounts.AccountInspector;
import dev.assay.inspect.android.AndroidPackageInspector;
import dev.assay.inspect.android.AndroidPackageReader;
import dev.assay.inspect.android.SplitReader;
import dev.assay.inspect.android.apex.ApexInspector;
import dev.assay.inspect.android.apex.ApexReader;
import dev.assay.inspect.android.code.AndroidCodeInspector;
import dev.assay.inspect.android.code.AndroidCodeReader;
import dev.assay.inspect.android.library.LibraryInspector;
import dev.assay.inspect.android.library.LibraryReader;
import dev.assay.inspect.android.manifest.ManifestInspector;
import dev.assay.inspect.android.manifest.ManifestReader;
import dev.assay.inspect.android.signature.SignatureInspector;
import dev.assay.inspect.android.signature.SignatureReader;
import dev.assay.inspect.android.signature.SplitArchiveReader;
import dev.assay.inspect.applications.ApplicationAccountsInspector;
import dev.assay.inspect.auth.AuthInspector;
import dev.assay.inspect.boot.BootArgumentsInspector;
import dev.assay.inspect.boot.DeviceTreeInspector;
import dev.assay.inspect.bootloader.BootImageInspector;
import dev.assay.inspect.bootloader.BootloaderInspector;
import dev.assay.inspect.bytecode.ClassReader;
import dev.assay.inspect.bytecode.JavaCodeInspector;
import dev.assay.inspect.certificates.CertificateInspector;
import dev.assay.inspect.cleartext.CleartextInspector;
import dev.assay.inspect.clock.ClockInspector;
import dev.assay.inspect.cron.CronTableInspector;
import dev.assay.inspect.crypto.CryptoInspector;
import dev.assay.inspect.dhcp.DhcpServerInspector;
import dev.assay.inspect.diameter.DiameterNodeInspector;
import dev.assay.inspect.dropbear.DropbearInspector;
import dev.assay.inspect.ecosystem.DependencyInspector;
import dev.assay.inspect.ecosystem.aar.AarReader;
import dev.assay.inspect.ecosystem.go.GoBuildInspector;
import dev.assay.inspect.ecosystem.go.GoReader;
import dev.assay.inspect.ecosystem.java.JavaReader;
import dev.assay.inspect.ecosystem.lua.RockReader;
import dev.assay.inspect.ecosystem.note.PackageNoteReader;
import dev.assay.inspect.ecosystem.note.PackageNotesInspector;
import dev.assay.inspect.ecosystem.npm.NpmReader;
import dev.assay.inspect.ecosystem.php.ComposerReader;
import dev.assay.inspect.ecosystem.python.PythonReader;
import dev.assay.inspect.ecosystem.ruby.GemReader;
import dev.assay.inspect.ecosystem.rust.RustAuditInspector;
import dev.assay.inspect.ecosystem.rust.RustReader;
import dev.assay.inspect.elf.ElfInspector;
import dev.assay.inspect.elf.ProgramInspector;
import dev.assay.inspect.filter.PacketFilterInspector;
import dev.assay.inspect.firmware.FirmwareImageInspector;
import dev.assay.inspect.firmware.FirmwareImageReader;
import dev.assay.inspect.identity.LoneVersionReader;
import dev.assay.inspect.identity.SoftwareInspector;
import dev.assay.inspect.integrity.IntegrityInspector;
import dev.assay.inspect.ipsec.IpsecInspector;
import dev.assay.inspect.kernel.KernelImageInspector;
import dev.assay.inspect.kernel.KernelInspector;
import dev.assay.inspect.kernel.ModuleInspector;
import dev.assay.inspect.keys.AuthorizedKeysInspector;
import dev.assay.inspect.keys.KeyMaterialInspector;
import dev.assay.inspect.keys.KeyStoreInspector;
import dev.assay.inspect.keys.PrivateKeyInspector;
import dev.assay.inspect.logging.LoggingInspector;
import dev.assay.inspect.mobilecore.CoreFunctionInspector;
import dev.assay.inspect.modules.ModulePolicyInspector;
import dev.assay.inspect.mounts.MountTableInspector;
import dev.assay.inspect.names.NameServerInspector;
import dev.assay.inspect.netconf.NetconfInspector;
import dev.assay.inspect.opaque.EntropyInspector;
import dev.assay.inspect.opaque.LuksInspector;
import dev.assay.inspect.opaque.OpaqueInspector;
import dev.assay.inspect.osmocom.OsmocomInspector;
import dev.assay.inspect.packages.CopyrightInspector;
import dev.assay.inspect.packages.PackageInspector;
import dev.assay.inspect.packages.RpmDatabaseInspector;
import dev.assay.inspect.packages.RpmFileInspector;
import dev.assay.inspect.packages.RpmFileReader;
import dev.assay.inspect.placement.FileSystemInspector;
import dev.assay.inspect.privacy.DeclarationInspector;
import dev.assay.inspect.radionode.RadioNodeInspector;
import dev.assay.inspect.sbom.SbomInspector;
import dev.assay.inspect.sbom.SbomReader;
import dev.assay.inspect.script.ScriptInspector;
import dev.assay.inspect.script.ScriptReader;
import dev.assay.inspect.secrets.SecretInspector;
import dev.assay.inspect.services.ServiceInspector;
import dev.assay.inspect.sip.SipServerInspector;
import dev.assay.inspect.snmp.SnmpAgentInspector;
import dev.assay.inspect.ssh.SshServerInspector;
import dev.assay.inspect.sudo.SudoPolicyInspector;
import dev.assay.inspect.support.SupportPeriodInspector;
import dev.assay.inspect.sysctl.SysctlInspector;
import dev.assay.inspect.update.UpdateInspector;
import dev.assay.inspect.verifiedboot.VbMetaInspector;
import dev.assay.inspect.verifiedboot.VerifiedBootInspector;
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
          new ScriptReader(),
          new ClassReader(),
          new RpmDatabaseInspector(),
          new RpmFileReader(),
          new CopyrightInspector(),
          new SbomReader(),
          new DeviceTreeInspector(),
          new BootImageInspector(),
          new VbMetaInspector(),
          new FirmwareImageReader(),
          new KeyMaterialInspector(),
          new EntropyInspector(),
          new LuksInspector(),
          new AndroidPackageReader(),
          new SplitReader(),
          new AndroidCodeReader(),
          new ManifestReader(),
          new SignatureReader(),
          new SplitArchiveReader(),
          new LibraryReader(),
          new ApexReader(),
          new LoneVersionReader(),
          new GoBuildInspector(),
          new RustAuditInspector(),
          new PackageNotesInspector());

  private static final List<Inspector> ROOT =
      List.of(
          new KernelInspector(),
          new BootArgumentsInspector(),
          new IntegrityInspector(),
          new BootloaderInspector(),
          new VerifiedBootInspector(),
          new FirmwareImageInspector(),
          new SysctlInspector(),
          new ModulePolicyInspector(),
          new CronTableInspector(),
          new ServiceInspector(),
          new MountTableInspector(),
          new ProgramInspector(),
          new ScriptInspector(),
          new JavaCodeInspector(),
          new FileSystemInspector(),
          new PackageInspector(),
          new RpmFileInspector(),
          new SoftwareInspector(),
          new DependencyInspector(new JavaReader()),
          new DependencyInspector(new AarReader()),
          new DependencyInspector(new NpmReader()),
          new DependencyInspector(new PythonReader()),
          new DependencyInspector(new GoReader()),
          new DependencyInspector(new RustReader()),
          new DependencyInspector(new ComposerReader()),
          new DependencyInspector(new GemReader()),
          new DependencyInspector(new RockReader()),
          new DependencyInspector(new PackageNoteReader()),
          new AccountInspector(),
          new ApplicationAccountsInspector(),
          new AuthInspector(),
          new SshServerInspector(),
          new DropbearInspector(),
          new SnmpAgentInspector(),
          new IpsecInspector(),
          new PacketFilterInspector(),
          new LoggingInspector(),
          new ClockInspector(),
          new NameServerInspector(),
          new DhcpServerInspector(),
          new NetconfInspector(),
          new CryptoInspector(),
          new UpdateInspector(),
          new CleartextInspector(),
          new SudoPolicyInspector(),
          new WebServerInspector(),
          new OsmocomInspector(),
          new RadioNodeInspector(),
          new CoreFunctionInspector(),
          new DiameterNodeInspector(),
          new SipServerInspector(),
          new CertificateInspector(),
          new PrivateKeyInspector(),
          new KeyStoreInspector(),
          new AuthorizedKeysInspector(),
          new SecretInspector(),
          new OpaqueInspector(),
          new AndroidPackageInspector(),
          new AndroidCodeInspector(),
          new ManifestInspector(),
          new SignatureInspector(),
          new LibraryInspector(),
          new ApexInspector(),
          new DeclarationInspector(),
          new SupportPeriodInspector(),
          new SbomInspector());

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
