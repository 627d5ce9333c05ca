package vn.dvc.pay.payment.record;

import java.time.Duration;

/**
 * What payment-policy.dmn ruled for one payment when it was made.
 *
 * @param window how long the payer has to pay
 * @param cardEntries how often a card may be entered
 * @param reminder how long before the window's end the payer is reminded; zero for never
 * @param source the table and its version
 */
public record PaymentRules(Duration window, int cardEntries, Duration reminder, String source) {}
