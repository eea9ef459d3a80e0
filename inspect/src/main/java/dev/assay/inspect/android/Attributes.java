package dev.assay.inspect.android;

/**
 * Resource ids of manifest attributes (AOSP {@code
 * frameworks/base/core/res/res/values/public*.xml}).
 */
final class Attributes {
  private Attributes() {}

  static final int NAME = 0x01010003;
  static final int PERMISSION = 0x01010006;
  static final int READ_PERMISSION = 0x01010007;
  static final int WRITE_PERMISSION = 0x01010008;
  static final int PROTECTION_LEVEL = 0x01010009;
  static final int SHARED_USER_ID = 0x0101000B;
  static final int HAS_CODE = 0x0101000C;
  static final int ENABLED = 0x0101000E;
  static final int DEBUGGABLE = 0x0101000F;
  static final int EXPORTED = 0x01010010;
  static final int TARGET_PACKAGE = 0x01010021;
  static final int VALUE = 0x01010024;
  static final int RESOURCE = 0x01010025;
  static final int SCHEME = 0x01010027;
  static final int MIN_SDK = 0x0101020C;
  static final int VERSION_CODE = 0x0101021B;
  static final int VERSION_NAME = 0x0101021C;
  static final int TARGET_SDK = 0x01010270;
  static final int TEST_ONLY = 0x01010272;
  static final int ALLOW_BACKUP = 0x01010280;
  static final int FULL_BACKUP_CONTENT = 0x010104EB;
  static final int CLEARTEXT_TRAFFIC = 0x010104EC;
  static final int NETWORK_SECURITY_CONFIG = 0x01010527;
  static final int DATA_EXTRACTION_RULES = 0x0101063E;
}
