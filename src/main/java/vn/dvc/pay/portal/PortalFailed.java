package vn.dvc.pay.portal;

/** The portal answered that it cannot take anything now; counts against its breaker. */
class PortalFailed extends RuntimeException {
  PortalFailed(int status) {
    super("The portal answered " + status);
  }
}
