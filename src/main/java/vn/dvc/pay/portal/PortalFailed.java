package vn.dvc.pay.portal;

/** The portal reported that it is unavailable; counts as a failure for its circuit breaker. */
class PortalFailed extends RuntimeException {
  PortalFailed(int status) {
    super("The portal answered " + status);
  }
}
