package vn.dvc.pay.bank.calls;

/** The life of one call: written down, claimed by the one who may send it, answered. */
enum CallState {
  CREATED,
  SENDING,
  APPROVED,
  DECLINED,
  NOT_SENT,
  UNKNOWN;

  boolean certain() {
    return this == APPROVED || this == DECLINED || this == NOT_SENT;
  }
}
