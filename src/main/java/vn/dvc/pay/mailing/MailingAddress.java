package vn.dvc.pay.mailing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a payer wants to be told.
 *
 * @param confirmedAt when the payer proved to receive what is sent there; null if that is yet to be
 *     done
 * @param codeUntil until when the code that was sent is good; null while none is on its way
 * @param triesLeft how often the code may still be tried
 */
public record MailingAddress(
    Channel channel,
    String address,
    String language,
    @Nullable Instant confirmedAt,
    @Nullable Instant codeUntil,
    int triesLeft) {}
