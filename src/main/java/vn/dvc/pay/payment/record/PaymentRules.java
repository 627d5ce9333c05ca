package vn.dvc.pay.payment.record;

import java.time.Duration;

/**
 * The result of payment-policy.dmn for one payment, evaluated when it started.
 *
 * @param window how long the payer has to pay
 * @param cardEntries how often a card may be entered
 * @param reminder how long before the window's end the payer is reminded; zero for never
 * @param approval how long a second person of an organisation has to approve it
 * @param source the table and its version
 */
public record PaymentRules(
    Duration window, int cardEntries, Duration reminder, Duration approval, String source) {}
