package vn.dvc.pay.payment.counter;

/** The words that counter-payment.bpmn reads at its gateways. */
enum CounterVerdict {
  COLLECTED,
  COLLECTION_AWAITED,
  ENDED
}
