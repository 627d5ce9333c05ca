package vn.dvc.pay.operations.overview;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Ages at one moment, for the templates. */
public record Ages(Instant now) {
  public @Nullable Age since(@Nullable Instant at) {
    return at == null ? null : Age.between(at, now);
  }

  public Age of(Duration age) {
    return Age.of(age);
  }
}
