package vn.dvc.pay.engine;

import org.jspecify.annotations.Nullable;

/**
 * A variable for a form or a row in Tasklist whose text is personal. The engine keeps where the
 * text is found; whoever may read the variable gets the text as it stands then.
 *
 * @param source the name of a {@link Source}
 * @param id what the text is about
 * @param what which of its texts
 */
public record LiveText(String source, String id, String what) {

  /** A bean that finds such texts in our tables. */
  public interface Source {
    String name();

    @Nullable String read(String id, String what);
  }
}
