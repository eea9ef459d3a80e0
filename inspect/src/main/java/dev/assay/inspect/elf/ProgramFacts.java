package dev.assay.inspect.elf;

/**
 * A program or library in its place.
 *
 * @param elf what its bytes tell
 * @param path inside its root file system
 * @param setuid whether it runs with its owner's rights
 * @param setgid whether it runs with its group's rights
 * @param owner user id
 * @param worldWritable whether anyone may change it
 * @param capabilities whether it has file capabilities
 * @param inSearchPath whether it lies in a directory that shells search for commands
 */
public record ProgramFacts(
    ElfFacts elf,
    String path,
    boolean setuid,
    boolean setgid,
    int owner,
    boolean worldWritable,
    boolean capabilities,
    boolean inSearchPath) {}
