package vn.dvc.pay.limits;

import java.time.Duration;

/**
 * A row of velocity-policy.dmn.
 *
 * @param most how many tries are allowed in one window; 0 if they are not limited
 * @param window how long it lasts; it begins with the first try
 */
record Velocity(int most, Duration window) {
  boolean isLimited() {
    return most > 0;
  }
}
