package vn.dvc.pay.mailing.queue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.mailing.Channel;
import vn.dvc.pay.values.Payer;

/**
 * Who gets a message.
 *
 * @param addressId of the payer's address; null for our own staff
 */
public record Recipient(
    Channel channel,
    String address,
    @Nullable UUID addressId,
    Payer.@Nullable Kind payerKind,
    @Nullable String payerId) {

  /** An address from the settings. */
  public static Recipient staff(String email) {
    return new Recipient(Channel.EMAIL, email, null, null, null);
  }
}
