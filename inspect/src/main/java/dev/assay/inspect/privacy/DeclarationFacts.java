package dev.assay.inspect.privacy;

import java.util.List;
import java.util.Map;

/**
 * A maker's declaration.
 *
 * @param app package it is about; empty for all
 * @param data by type
 * @param libraries of others, by id
 * @param destinations hosts
 * @param permissions what each is for, by name without {@code android.permission.}
 * @param policy where the privacy policy is
 * @param deletion where users have their data deleted
 * @param contact whom users ask
 */
public record DeclarationFacts(
    String app,
    Map<String, DeclaredData> data,
    List<String> libraries,
    List<String> destinations,
    Map<String, String> permissions,
    String policy,
    String deletion,
    String contact) {

  /**
   * What is said of one type of data.
   *
   * @param collected whether it leaves the device
   * @param shared whether it is passed on to others
   * @param encrypted whether it is on its way
   * @param optional whether the user can say no
   * @param purposes what for
   * @param retention how long, in words
   */
  public record DeclaredData(
      boolean collected,
      boolean shared,
      boolean encrypted,
      boolean optional,
      List<String> purposes,
      String retention) {}
}
