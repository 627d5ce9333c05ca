package vn.dvc.pay.doors;

import java.util.Locale;

/** Who comes to a door: one account of each kind, named as in the table of doors. */
enum Role {
  NOBODY(""),
  PAYER("nguyen-van-a"),
  PORTAL("portal"),
  TELLER("teller-1"),
  OFFICER("officer-1"),
  SUPERVISOR("supervisor-1"),
  OPERATOR("operator-1"),
  ANALYST("analyst-1"),
  ADMIN("admin");

  private final String id;

  Role(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
