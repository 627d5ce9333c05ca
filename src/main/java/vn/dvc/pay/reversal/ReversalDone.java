package vn.dvc.pay.reversal;

import org.jspecify.annotations.Nullable;

/**
 * The money has been returned. Published inside the transaction that records it; if a listener
 * fails, that is rolled back.
 *
 * @param payment the payment it was taken for, null if there is none
 */
public record ReversalDone(String reversal, @Nullable String payment) {}
