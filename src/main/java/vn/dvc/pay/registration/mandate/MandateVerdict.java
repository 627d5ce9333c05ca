package vn.dvc.pay.registration.mandate;

/** The verdicts that the models read about a mandate at the bank. */
public enum MandateVerdict {
  /** The bank agreed to debits of the account. */
  ACTIVE,
  /** The bank declined; nothing is in force. */
  DECLINED,
  /** The request certainly had no effect; it may be recorded and sent anew. */
  NOT_SENT,
  /** The request to end the mandate has been recorded and may be sent. */
  PREPARED,
  ENDED,
  /** We do not know what the bank did. */
  UNKNOWN
}
