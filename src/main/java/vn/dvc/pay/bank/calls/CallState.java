package vn.dvc.pay.bank.calls;

/** The life of one call: recorded, claimed by its one sender, answered. */
enum CallState {
  CREATED,
  SENDING,
  APPROVED,
  DECLINED,
  NOT_SENT,
  UNKNOWN;

  boolean isCertain() {
    return this == APPROVED || this == DECLINED || this == NOT_SENT;
  }
}
