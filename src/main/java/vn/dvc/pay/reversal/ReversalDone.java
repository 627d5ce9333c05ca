package vn.dvc.pay.reversal;

/**
 * The money is back with whom it came from. Published inside the transaction that records it; a
 * listener that fails undoes it.
 *
 * @param payment the payment it had come for, null where there is none
 */
public record ReversalDone(String reversal, String payment) {}
