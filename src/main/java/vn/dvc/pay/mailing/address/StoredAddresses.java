package vn.dvc.pay.mailing.address;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.mailing.Channel;
import vn.dvc.pay.mailing.MailingAddress;
import vn.dvc.pay.mailing.MailingAddresses;
import vn.dvc.pay.mailing.MailingKind;
import vn.dvc.pay.mailing.MailingSettings;
import vn.dvc.pay.mailing.queue.MailingQueue;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;

/** Keeps the addresses of payers who asked to be told. */
@Service
@Transactional
class StoredAddresses implements MailingAddresses {
  private static final int MAX_CODES_A_DAY = 5;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration BETWEEN_CODES = Duration.ofMinutes(1);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final AddressRepository addresses;
  private final MailingQueue queue;
  private final MailingSettings settings;
  private final DatabaseTime time;

  StoredAddresses(
      AddressRepository addresses,
      MailingQueue queue,
      MailingSettings settings,
      DatabaseTime time) {
    this.addresses = addresses;
    this.queue = queue;
    this.settings = settings;
    this.time = time;
  }

  @Override
  public Set<Channel> offered() {
    return settings.offered();
  }

  @Override
  public List<MailingAddress> addressesOf(Payer payer) {
    return addresses.of(payer).stream().map(AddressRepository.Stored::of).toList();
  }

  @Override
  public void ask(Payer payer, Channel channel, String typed, String language) {
    if (!offered().contains(channel)) {
      throw Problem.invalid("mailing-not-offered");
    }
    var address = channel.read(typed);
    var now = time.now();
    var before = addresses.lock(payer, channel);
    if (before.isPresent()
        && before.get().isConfirmed()
        && before.get().of().address().equals(address)) {
      addresses.speak(before.get().id(), language);
      return;
    }
    requireRate(payer, now);
    before.ifPresent(old -> addresses.remove(old.id()));
    var asked =
        new AddressRepository.Stored(
            UUID.randomUUID(),
            payer.kind(),
            payer.id(),
            new MailingAddress(channel, address, language, null, null, 0),
            null,
            token());
    addresses.add(asked, now);
    // Whoever asks for somebody else's address again and again is told nothing else, but sends
    // nothing.
    if (queue.codesTo(address, now.minus(DAY)) < MAX_CODES_A_DAY) {
      queue.put(MailingKind.CODE, asked.recipient(), null, null);
    }
  }

  private void requireRate(Payer payer, Instant now) {
    if (queue.codesOf(payer, now.minus(DAY)) >= MAX_CODES_A_DAY
        || queue.codesOf(payer, now.minus(BETWEEN_CODES)) > 0) {
      throw new Problem(429, "mailing-too-many-codes");
    }
  }

  @Override
  public boolean confirm(Payer payer, Channel channel, String code) {
    var found = addresses.lock(payer, channel);
    if (found.isEmpty() || found.get().isConfirmed()) {
      return found.isPresent();
    }
    var address = found.get();
    var until = address.of().codeUntil();
    var now = time.now();
    if (until == null || !now.isBefore(until) || address.of().triesLeft() == 0) {
      return false;
    }
    if (!AddressCodes.isRight(address, code)) {
      addresses.countTry(address.id());
      return false;
    }
    addresses.confirm(address.id(), now);
    return true;
  }

  @Override
  public void remove(Payer payer, Channel channel) {
    addresses.lock(payer, channel).ifPresent(address -> addresses.remove(address.id()));
  }

  @Override
  public void stop(String token) {
    addresses.stop(token);
  }

  private static String token() {
    var bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
