package dev.assay.inspect.applications;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.inspect.Tree;

class ApplicationAccountsFuzzTest {
  @FuzzTest
  void readsUsersOfTomcatWhateverTheyAre(byte[] content) {
    Tree.ofASystem()
        .file("opt/a/tomcat-users.xml", content)
        .inspectedBy(new ApplicationAccountsInspector());
  }

  @FuzzTest
  void readsUsersAsPropertiesAndOfRemoteManagementWhateverTheyAre(byte[] content) {
    Tree.ofASystem()
        .file("opt/a/mgmt-users.properties", content)
        .file("opt/a/jmx.password", content)
        .inspectedBy(new ApplicationAccountsInspector());
  }
}
