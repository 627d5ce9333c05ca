package vn.dvc.pay.web.security.ports;

import java.util.List;

/** Whose a path is. What is nobody's in particular is the payers' and the portal's. */
public enum Side {
  PAYERS(List.of(), List.of()),
  STAFF(
      List.of("/operations", "/camunda", "/identity/staff"),
      List.of("/assets", "/favicon.ico", "/error", "/livez", "/readyz")),
  BANKS(List.of("/bank"), List.of());

  private final List<String> own;
  private final List<String> shared;

  /**
   * @param own what is served to this side only
   * @param shared what others are served as well, such as the style of all pages
   */
  Side(List<String> own, List<String> shared) {
    this.own = own;
    this.shared = shared;
  }

  boolean owns(String path) {
    return own.stream().anyMatch(it -> isBelow(it, path));
  }

  boolean shares(String path) {
    return shared.stream().anyMatch(it -> isBelow(it, path));
  }

  private static boolean isBelow(String folder, String path) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }
}
