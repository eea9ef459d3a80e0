package dev.assay.formats.dex;

/**
 * One class, with numbers into the other tables; −1 where there is none.
 *
 * @param type number of its type
 * @param superclass number of a type
 * @param source number of the string that names its source file
 * @param interfaces offset of the list of interfaces, 0 for none
 * @param annotations offset of annotations, 0 for none
 * @param data offset of fields and methods, 0 for none
 * @param values offset of the values of static fields, 0 for none
 */
public record DexClass(
    int type,
    int flags,
    int superclass,
    int source,
    int interfaces,
    int annotations,
    int data,
    int values) {}
