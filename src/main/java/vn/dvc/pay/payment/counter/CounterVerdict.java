package vn.dvc.pay.payment.counter;

/** The verdicts that the gateways of counter-payment.bpmn read. */
enum CounterVerdict {
  COLLECTED,
  COLLECTION_AWAITED,
  ENDED
}
