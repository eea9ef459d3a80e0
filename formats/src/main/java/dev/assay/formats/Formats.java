package dev.assay.formats;

import dev.assay.formats.androidsparse.AndroidSparse;
import dev.assay.formats.ar.Ar;
import dev.assay.formats.ar.DebianPackage;
import dev.assay.formats.arj.Arj;
import dev.assay.formats.arm64.Arm64Image;
import dev.assay.formats.avb.VbMetaImage;
import dev.assay.formats.avb.VerifiedPartition;
import dev.assay.formats.blockimage.BlockImage;
import dev.assay.formats.bootimage.BootImage;
import dev.assay.formats.bootimage.Dtbo;
import dev.assay.formats.bootimage.VendorBootImage;
import dev.assay.formats.bzimage.BzImage;
import dev.assay.formats.bzip2.Bzip2;
import dev.assay.formats.cab.Cabinet;
import dev.assay.formats.carve.Carving;
import dev.assay.formats.cfb.CompoundFile;
import dev.assay.formats.cms.CmsSigned;
import dev.assay.formats.compress.Compress;
import dev.assay.formats.cpio.Cpio;
import dev.assay.formats.cramfs.CramFs;
import dev.assay.formats.dfu.Dfu;
import dev.assay.formats.dfu.DfuSe;
import dev.assay.formats.disk.Gpt;
import dev.assay.formats.disk.Mbr;
import dev.assay.formats.dlink.DLinkImage;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.ElfFile;
import dev.assay.formats.erofs.Erofs;
import dev.assay.formats.esp.EspFlash;
import dev.assay.formats.esp.EspImage;
import dev.assay.formats.exfat.Exfat;
import dev.assay.formats.ext.Ext;
import dev.assay.formats.f2fs.F2fs;
import dev.assay.formats.fat.Fat;
import dev.assay.formats.fdt.FlatDeviceTree;
import dev.assay.formats.fdt.FlatImageTree;
import dev.assay.formats.gzip.Gzip;
import dev.assay.formats.hexfile.IntelHex;
import dev.assay.formats.hexfile.SRecord;
import dev.assay.formats.iso.Iso9660;
import dev.assay.formats.jffs2.Jffs2;
import dev.assay.formats.lha.Lha;
import dev.assay.formats.lvm.PhysicalVolume;
import dev.assay.formats.lz4.Lz4;
import dev.assay.formats.lz4.Lz4Legacy;
import dev.assay.formats.lzip.Lzip;
import dev.assay.formats.lzma.LzmaAlone;
import dev.assay.formats.lzop.Lzop;
import dev.assay.formats.mcuboot.McubootImage;
import dev.assay.formats.named.Named;
import dev.assay.formats.nand.NandDump;
import dev.assay.formats.nordic.NordicPackage;
import dev.assay.formats.oci.DockerSave;
import dev.assay.formats.oci.OciLayout;
import dev.assay.formats.otapayload.OtaPayload;
import dev.assay.formats.publishedkey.AlphaImage;
import dev.assay.formats.publishedkey.BuffaloHeader;
import dev.assay.formats.publishedkey.BuffaloImage;
import dev.assay.formats.publishedkey.DlinkShrs;
import dev.assay.formats.publishedkey.DlinkUbiImage;
import dev.assay.formats.publishedkey.QnapImage;
import dev.assay.formats.publishedkey.Wrgg;
import dev.assay.formats.qcow2.Qcow2;
import dev.assay.formats.qualcomm.QualcommImage;
import dev.assay.formats.rar.Rar;
import dev.assay.formats.rauc.RaucBundle;
import dev.assay.formats.rlazyload.LazyLoad;
import dev.assay.formats.romfs.RomFs;
import dev.assay.formats.rpm.Rpm;
import dev.assay.formats.selfextract.ShellArchive;
import dev.assay.formats.sevenzip.SevenZip;
import dev.assay.formats.squashfs.SquashFs;
import dev.assay.formats.stm32.Stm32Image;
import dev.assay.formats.superimage.SuperImage;
import dev.assay.formats.tar.Tar;
import dev.assay.formats.ubi.Ubi;
import dev.assay.formats.ubifs.Ubifs;
import dev.assay.formats.ubootenv.UBootEnvironment;
import dev.assay.formats.uefi.Capsule;
import dev.assay.formats.uefi.FirmwareVolume;
import dev.assay.formats.uefi.FirmwareVolumes;
import dev.assay.formats.uefi.FmpCapsule;
import dev.assay.formats.uefi.IntelFlash;
import dev.assay.formats.uefi.OptionRom;
import dev.assay.formats.uefi.SignatureList;
import dev.assay.formats.uf2.Uf2;
import dev.assay.formats.uimage.MultiUImage;
import dev.assay.formats.uimage.UImage;
import dev.assay.formats.unread.UnreadFileSystem;
import dev.assay.formats.vdi.Vdi;
import dev.assay.formats.vendor.CybertanHeader;
import dev.assay.formats.vendor.DlinkArchive;
import dev.assay.formats.vendor.DlinkPackage;
import dev.assay.formats.vendor.Edimax;
import dev.assay.formats.vendor.HuaweiUpgrade;
import dev.assay.formats.vendor.LinksysFooter;
import dev.assay.formats.vendor.MediaTekPart;
import dev.assay.formats.vendor.NetgearChk;
import dev.assay.formats.vendor.NetgearDni;
import dev.assay.formats.vendor.SafeLoader;
import dev.assay.formats.vendor.SamsungSigned;
import dev.assay.formats.vendor.Seama;
import dev.assay.formats.vendor.TpLink;
import dev.assay.formats.vendor.Trx;
import dev.assay.formats.vendor.Ubiquiti;
import dev.assay.formats.vendor.ZteConfiguration;
import dev.assay.formats.vendor.ZyxelRas;
import dev.assay.formats.vhd.Vhd;
import dev.assay.formats.vhdx.Vhdx;
import dev.assay.formats.vmdk.Vmdk;
import dev.assay.formats.xar.Xar;
import dev.assay.formats.xz.Xz;
import dev.assay.formats.yaffs2.Yaffs2;
import dev.assay.formats.zimage.ZImage;
import dev.assay.formats.zip.AndroidPackage;
import dev.assay.formats.zip.AppendedZip;
import dev.assay.formats.zip.Jar;
import dev.assay.formats.zip.Zip;
import dev.assay.formats.zlib.Zlib;
import dev.assay.formats.zstd.Zstd;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Table of contents: every format Assay reads, in the order in which they are tried. */
public final class Formats {
  private Formats() {}

  private static final List<Format> ALL =
      List.of(
          // programs: the most frequent come first, but for those that hold more than a program
          new QualcommImage(),
          new ElfFile(Elf.SHARED, ElfFile.SHARED_OBJECT),
          new ElfFile(Elf.EXECUTABLE, ElfFile.PROGRAM),
          new ElfFile(Elf.RELOCATABLE, ElfFile.OBJECT),
          new ElfFile(Elf.CORE, ElfFile.CORE_DUMP),

          // archives
          new DebianPackage(),
          new Ar(),
          new AndroidPackage(),
          new Jar(),
          new Zip(),
          new Cpio(),
          new Tar(),
          new Rpm(),
          new SevenZip(),
          new Cabinet(),
          new Xar(),
          new Arj(),
          new Lha(),
          new Rar(),
          new CompoundFile(),
          new ShellArchive(),
          new CmsSigned(),

          // compressed streams
          new Gzip(),
          new Xz(),
          new Bzip2(),
          new Compress(),
          new Zstd(),
          new Lz4(),
          new Lz4Legacy(),
          new Lzop(),
          new Lzip(),
          new LazyLoad(),

          // images of virtual disks
          new Qcow2(),
          new Vmdk(),
          new Vhd(),
          new Vhdx(),
          new Vdi(),

          // dumps of chips: before whatever stands in their first pages
          new NandDump(),

          // Android: the footers first, since the image before them is of any format
          new VerifiedPartition(),
          new SamsungSigned(),
          new BootImage(),
          new VendorBootImage(),
          new Dtbo(),
          new VbMetaImage(),
          new SuperImage(),
          new OtaPayload(),

          // file systems
          new RaucBundle(),
          new SquashFs(),
          new Ext(),
          new Erofs(),
          new F2fs(),
          new Ubi(),
          new Ubifs(),
          new Jffs2(),
          new CramFs(),
          new RomFs(),

          // boot and vendor images
          new AndroidSparse(),
          new DLinkImage(),
          new Trx(),
          new NetgearChk(),
          new NetgearDni(),
          new DlinkPackage(),
          new DlinkArchive(),
          new Seama(),
          new TpLink(),
          new SafeLoader(),
          new Ubiquiti(),
          new CybertanHeader(),
          new Edimax(),
          new HuaweiUpgrade(),
          new ZteConfiguration(),
          new MediaTekPart(),
          new DlinkShrs(),
          new DlinkUbiImage(),
          new Wrgg(),
          new BuffaloImage(),
          new UImage(),
          new MultiUImage(),
          new FlatImageTree(),
          new FlatDeviceTree(),
          new ZImage(),
          new BzImage(),
          new Arm64Image(),

          // UEFI
          new IntelFlash(),
          new Capsule(),
          new FmpCapsule(),
          new FirmwareVolume(),
          new FirmwareVolumes(),
          new SignatureList(),
          new OptionRom(),

          // microcontrollers
          new DfuSe(),
          new Dfu(),
          new Uf2(),
          new McubootImage(),
          new Stm32Image(),
          new EspImage(),
          new EspFlash(),
          new IntelHex(),
          new SRecord(),

          // media: a disc may have the boot sector and partition tables of a disk as well
          new Iso9660(),

          // disks: behind what carries the signature of boot sectors for other reasons
          new PhysicalVolume(),
          new Exfat(),
          new Fat(),
          new Gpt(),
          new Mbr(),

          // told by their end
          new LinksysFooter(),
          new QnapImage(),
          new AppendedZip(),

          // without a magic number
          new BuffaloHeader(),
          new AlphaImage(),
          new ZyxelRas(),
          new Yaffs2(),
          new UBootEnvironment(),
          new LzmaAlone(),
          new Zlib()

          // not read: see UnreadFileSystem; named only: see Named
          );

  private static final List<Layout> LAYOUTS =
      List.of(new OciLayout(), new DockerSave(), new BlockImage(), new NordicPackage());

  private static final List<Format> WITH_NAMED =
      Stream.of(ALL, List.of(UnreadFileSystem.values()), Named.all())
          .<Format>flatMap(List::stream)
          .toList();

  /** All formats. Those with strong magic numbers come first, those that guess come last. */
  public static List<Format> all() {
    return WITH_NAMED;
  }

  /** Arrangements of files that mean more than the files. */
  public static List<Layout> layouts() {
    return LAYOUTS;
  }

  /** The format of a content, or empty where none recognises it. */
  public static Optional<Format> of(Bytes content) {
    for (Format format : ALL) {
      try {
        if (format.recognises(content)) {
          return Optional.of(format);
        }
      } catch (Malformed notThisOne) {
        // A reader that runs out of bytes while looking has not recognised it.
      }
    }
    return UnreadFileSystem.of(content)
        .map(Format.class::cast)
        .or(() -> Named.of(content).map(Format.class::cast));
  }

  /** What looks for known structures inside content that no format recognises. */
  public static Container carving() {
    return new Carving();
  }
}
