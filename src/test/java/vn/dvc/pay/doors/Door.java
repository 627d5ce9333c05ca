package vn.dvc.pay.doors;

import java.util.Comparator;

/** A method and a path that the application answers to, as its mapping is written. */
record Door(String method, String path) implements Comparable<Door> {
  private static final Comparator<Door> ORDER =
      Comparator.comparing(Door::path).thenComparing(Door::method);

  static Door of(String method, String path) {
    return new Door(method, ("/" + path).replaceAll("/+", "/"));
  }

  /** An address behind this door; of what it names, nothing exists. */
  String address() {
    return path.replace("/engine/{name}", "/engine/default")
        .replace("/{engine}", "/default")
        .replaceAll("auth/user/\\{[^}]+}", "auth/user/default")
        .replaceAll("\\{[^}]+}", "nobody-has-this")
        .replace("**", "nobody-has-this")
        .replace("*", "nobody-has-this");
  }

  @Override
  public int compareTo(Door other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
