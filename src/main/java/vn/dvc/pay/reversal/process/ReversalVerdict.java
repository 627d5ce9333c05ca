package vn.dvc.pay.reversal.process;

import vn.dvc.pay.bank.Attempt;

/** The verdicts that reverse-payment.bpmn reads at its gateways. */
enum ReversalVerdict {
  DONE,
  DECLINED,
  NOT_SENT,
  UNKNOWN,
  TRY_AGAIN,
  RETURNED_OTHERWISE,
  UNDECIDED,
  PAUSE,
  CASE_NEEDED;

  /** What we know for certain about the attempt; anything else is inquired about. */
  static ReversalVerdict of(Attempt.State known) {
    return switch (known) {
      case REVERSED -> DONE;
      case DECLINED -> DECLINED;
      case NOT_EXECUTED -> NOT_SENT;
      default -> UNKNOWN;
    };
  }
}
