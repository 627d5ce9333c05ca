package vn.dvc.bench.world;

import java.util.Locale;

/** Whose application is measured. */
public enum Way {
  /** DVC Pay. */
  OURS,
  /** The same models on the same engine, steps that do nothing, none of our tables. */
  FLOOR,
  /** The same models; delegates call the bank inside the engine's transaction. */
  USUAL;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
