package dev.assay.inspect.placement;

import java.util.List;

/**
 * Rights and places in one root file system; paths inside the root, in order.
 *
 * @param setuid files that run with their owner's rights
 * @param setgid files that run with their group's rights
 * @param capabilities files with capabilities
 * @param worldWritableFiles regular files that anyone may change
 * @param openDirectories directories that anyone may write to, without the sticky bit
 * @param devicesOutsideDev device nodes elsewhere than below {@code dev}
 * @param coreDumps memory images of crashed programs
 * @param leftovers editor backups, version control folders and shell histories
 * @param granted what the capabilities of files are
 * @param setuidWritable setuid or setgid files that others than root may change
 * @param setuidOddPlaces setuid or setgid files where data and settings lie
 * @param unknownUsers nodes of a user that {@code etc/passwd} does not name; unknown without it
 * @param unknownGroups nodes of a group that {@code etc/group} does not name; unknown without it
 * @param groupWritablePrograms programs and libraries a group other than root's may change
 * @param groupWritableSettings files in {@code etc} a group other than root's may change
 * @param foreignPrograms programs and libraries that do not belong to root, apart from those that
 *     run as their owner, as {@code at} does; unknown where no node belongs to root, as in a copy
 *     that a builder without rights made
 * @param looseSearched directories of programs or libraries a group other than root's may change
 * @param shadowCopiesReadable {@code gshadow} and copies of shadow files that anyone may read
 * @param openKeyFolders folders for private keys that others may enter
 * @param openHostKeys SSH host keys that others may read or change
 * @param looseCron tables and folders of timed jobs that others than root may change
 * @param looseAccountFiles account files that others than root may change
 * @param looseBootFiles files in {@code boot} that others than root may change
 * @param openHomes home directories that others may enter
 * @param openRootHome root's home, if others may enter it
 * @param openDevices disks and memory below {@code dev} that anyone may read or write
 * @param linksOut links with more steps up than there are directories
 * @param linksToShared links from system directories to paths anyone may create
 * @param hidden files with a leading dot where there should be none
 * @param filesInDev regular files with content below {@code dev}
 * @param oldSettings settings that a package manager put aside
 * @param buildLeftovers rejected patches, originals, logs of configuration, coverage data
 * @param trustFiles {@code .rhosts}, {@code hosts.equiv} and such, if not empty
 * @param preload {@code etc/ld.so.preload}, if not empty
 * @param shippedLogs logs with content
 * @param tools names of programs for building, debugging and attacking
 */
public record FileSystemFacts(
    List<String> setuid,
    List<String> setgid,
    List<String> capabilities,
    List<String> worldWritableFiles,
    List<String> openDirectories,
    List<String> devicesOutsideDev,
    List<String> coreDumps,
    List<String> leftovers,
    List<Granted> granted,
    List<String> setuidWritable,
    List<String> setuidOddPlaces,
    List<String> unknownUsers,
    List<String> unknownGroups,
    List<String> groupWritablePrograms,
    List<String> groupWritableSettings,
    List<String> foreignPrograms,
    List<String> looseSearched,
    List<String> shadowCopiesReadable,
    List<String> openKeyFolders,
    List<String> openHostKeys,
    List<String> looseCron,
    List<String> looseAccountFiles,
    List<String> looseBootFiles,
    List<String> openHomes,
    List<String> openRootHome,
    List<String> openDevices,
    List<String> linksOut,
    List<String> linksToShared,
    List<String> hidden,
    List<String> filesInDev,
    List<String> oldSettings,
    List<String> buildLeftovers,
    List<String> trustFiles,
    List<String> preload,
    List<String> shippedLogs,
    List<String> tools) {
  /**
   * @param path inside the root
   * @param permitted names such as {@code cap_net_raw}
   */
  public record Granted(String path, List<String> permitted) {}
}
