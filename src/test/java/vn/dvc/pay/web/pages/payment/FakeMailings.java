package vn.dvc.pay.web.pages.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.dvc.pay.mailing.Channel;
import vn.dvc.pay.mailing.Mailing;
import vn.dvc.pay.mailing.MailingAddress;
import vn.dvc.pay.mailing.MailingAddresses;
import vn.dvc.pay.mailing.MailingKind;
import vn.dvc.pay.mailing.Mailings;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;

/** One payer's addresses and messages; the code is always the same. */
class FakeMailings implements MailingAddresses, Mailings {
  static final String CODE = "123456";
  private static final Instant AT = Instant.parse("2026-11-24T03:00:00Z");
  private static final String PAYMENT = "P0123456789ABCDEF0123456789ABCDEF";

  private final List<MailingAddress> addresses = new ArrayList<>();
  private final List<Mailing> mailings = new ArrayList<>();
  final List<String> stopped = new ArrayList<>();

  void clear() {
    addresses.clear();
    mailings.clear();
    stopped.clear();
  }

  /** One address of each state, one message of each. */
  void some() {
    clear();
    addresses.add(new MailingAddress(Channel.EMAIL, "a@example.vn", "vi", AT, null, 0));
    addresses.add(new MailingAddress(Channel.SMS, "+84912345678", "en", null, AT, 5));
    for (var state : Mailing.State.values()) {
      mailings.add(
          new Mailing(MailingKind.RECEIPT, Channel.EMAIL, "a@example.vn", PAYMENT, AT, state));
    }
  }

  @Override
  public Set<Channel> offered() {
    return EnumSet.allOf(Channel.class);
  }

  @Override
  public List<MailingAddress> addressesOf(Payer payer) {
    return addresses;
  }

  @Override
  public List<Mailing> of(Payer payer) {
    return mailings;
  }

  @Override
  public void ask(Payer payer, Channel channel, String typed, String language) {
    if (typed.contains("again")) {
      throw new Problem(429, "mailing-too-many-codes");
    }
    addresses.add(new MailingAddress(channel, channel.read(typed), language, null, AT, 5));
  }

  @Override
  public boolean confirm(Payer payer, Channel channel, String code) {
    if (!code.equals(CODE)) {
      return false;
    }
    addresses.replaceAll(
        it ->
            it.channel() == channel
                ? new MailingAddress(channel, it.address(), it.language(), AT, null, 0)
                : it);
    return true;
  }

  @Override
  public void remove(Payer payer, Channel channel) {
    addresses.removeIf(it -> it.channel() == channel);
  }

  @Override
  public void stop(String token) {
    stopped.add(token);
  }
}
