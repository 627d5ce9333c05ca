package vn.dvc.pay.mailing;

import java.util.List;
import java.util.Set;
import vn.dvc.pay.values.Payer;

/**
 * Where payers want to be told: at most one address for each channel, and nowhere unless the payer
 * asked for it and proved to receive what is sent there.
 */
public interface MailingAddresses {

  /** The channels that this installation has. */
  Set<Channel> offered();

  List<MailingAddress> addressesOf(Payer payer);

  /**
   * Sends a code to an address, which replaces the one that the payer had. Says nothing about who
   * else has it.
   *
   * @param language of the messages, vi or en
   * @throws vn.dvc.pay.values.Problem mailing-address-invalid, mailing-not-offered (422),
   *     mailing-too-many-codes (429)
   */
  void ask(Payer payer, Channel channel, String typed, String language);

  /** Whether this is the code that was sent; if so, messages are sent there from now on. */
  boolean confirm(Payer payer, Channel channel, String code);

  /** Ends the messages and forgets the address. */
  void remove(Payer payer, Channel channel);

  /** The same, by the link in a message. Nobody is told whether there was such an address. */
  void stop(String token);
}
