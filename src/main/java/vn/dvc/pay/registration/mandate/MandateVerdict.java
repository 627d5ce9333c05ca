package vn.dvc.pay.registration.mandate;

/** What the models read about a mandate at the bank. */
public enum MandateVerdict {
  /** The bank agreed: debits of the account are agreed to. */
  ACTIVE,
  /** The bank refused; nothing is in force. */
  DECLINED,
  /** The request surely had no effect; it may be written down and sent anew. */
  NOT_SENT,
  /** The bank is to be asked to end the mandate. */
  PREPARED,
  ENDED,
  /** Nobody here knows what the bank did. */
  UNKNOWN
}
