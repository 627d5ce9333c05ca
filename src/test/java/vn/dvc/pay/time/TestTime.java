package vn.dvc.pay.time;

import vn.dvc.pay.testing.Migrated;

/** The clock of a database without Spring. */
public final class TestTime {
  private TestTime() {}

  public static DatabaseTime of(Migrated database) {
    return new DatabaseTime(database.jdbc, event -> {});
  }
}
