package vn.dvc.bench.world;

/** On which database. */
public enum Store {
  POSTGRES("PostgreSQL"),
  H2("H2");

  private final String title;

  Store(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
