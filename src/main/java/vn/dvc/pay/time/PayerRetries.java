package vn.dvc.pay.time;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a request to a bank that had no effect is repeated while a payer waits for it, {@code
 * dvc.bank.payer-retries}. What no payer waits for follows {@link RetrySchedule}.
 *
 * @param debits the pauses after the first, second, … debit that never left; after one more the
 *     payment ends unpaid
 * @param enquiries the pauses after the first, second, … account enquiry without an answer; after
 *     one more the payer is told so
 */
@ConfigurationProperties("dvc.bank.payer-retries")
public record PayerRetries(
    @DefaultValue({"5s", "15s", "1m", "3m"}) List<Duration> debits,
    @DefaultValue({"10s", "1m", "5m"}) List<Duration> enquiries) {}
