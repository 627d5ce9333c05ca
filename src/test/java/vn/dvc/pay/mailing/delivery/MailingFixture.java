package vn.dvc.pay.mailing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.mailing.Channel;
import vn.dvc.pay.mailing.MailingAddresses;
import vn.dvc.pay.mailing.intake.IntakeByHand;
import vn.dvc.pay.notification.Outbox;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.testing.Fixture;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;

/** Payers with addresses, what happens to their payments, and the time that passes meanwhile. */
class MailingFixture implements Fixture {
  static final Payer AN = new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn Văn A");
  static final Payer BINH =
      new Payer(Payer.Kind.ORGANISATION, "0100109106", "Click http://evil.example\r\nBcc: x@y.vn");
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");

  private final MailingRoom room;
  private final MailServer server;
  private final MailingAddresses addresses;
  private final MailingDelivery delivery;
  private final IntakeByHand intake;
  private final Outbox outbox;
  private final DatabaseTime time;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private Duration passed = Duration.ZERO;

  MailingFixture(
      MailingRoom room,
      MailServer server,
      MailingAddresses addresses,
      MailingDelivery delivery,
      IntakeByHand intake,
      Outbox outbox,
      DatabaseTime time,
      TransactionTemplate transaction,
      JdbcClient jdbc) {
    this.room = room;
    this.server = server;
    this.addresses = addresses;
    this.delivery = delivery;
    this.intake = intake;
    this.outbox = outbox;
    this.time = time;
    this.transaction = transaction;
    this.jdbc = jdbc;
  }

  /** Nobody is told anything. */
  @Override
  public void beforeEachTest() {
    jdbc.sql("delete from mailing").update();
    jdbc.sql("delete from mailing_address").update();
    jdbc.sql("delete from outbox").update();
    room.payments.clear();
    room.overdue.clear();
  }

  @Override
  public void afterEachTest() {
    passed = Duration.ZERO;
    time.travel(passed);
  }

  void pass(Duration some) {
    passed = passed.plus(some);
    time.travel(passed);
  }

  /** An address that nobody has. */
  static String fresh() {
    return "a" + UUID.randomUUID().toString().substring(0, 8) + "@example.vn";
  }

  /** An address at which the payer was sent a code and typed it. */
  String confirmed(Payer payer, String language) {
    var address = fresh();
    addresses.ask(payer, Channel.EMAIL, address, language);
    deliverAll();
    assertThat(addresses.confirm(payer, Channel.EMAIL, lastCode(address))).isTrue();
    return address;
  }

  PaymentId paid(Payer payer) {
    var id = PaymentId.fresh();
    happens(ToldPayments.paid(id, payer), "finished", Map.of("status", "paid"));
    return id;
  }

  /** The payment is as it is given here when this event of it is read. */
  void happens(Payment payment, String event, Map<String, Object> facts) {
    room.payments.put(payment.id().text(), payment);
    put("payment." + event, payment.id().text(), facts);
    intake.look();
  }

  void put(String type, String subject, Map<String, Object> facts) {
    var data = new LinkedHashMap<String, Object>(facts);
    data.put(type.replaceFirst("\\..*", ""), subject);
    transaction.executeWithoutResult(status -> outbox.put(type, data));
  }

  /** Events that are to be read, or to be read again. */
  int unread() {
    return jdbc.sql("select count(*) from outbox where people_due is not null")
        .query(Integer.class)
        .single();
  }

  /** All that is due on this node, also what a thread in the background has begun. */
  void deliverAll() {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              delivery.round().forEach(CompletableFuture::join);
              return due() == 0;
            });
  }

  private int due() {
    return jdbc.sql("select count(*) from mailing where next_attempt_at <= ?")
        .param(Timestamp.from(time.now()))
        .query(Integer.class)
        .single();
  }

  int attempts() {
    return jdbc.sql("select sum(attempts) from mailing").query(Integer.class).single();
  }

  void whileTheServerIsAway(Runnable meanwhile) {
    server.goAway();
    try {
      meanwhile.run();
    } finally {
      server.comeBack();
    }
  }

  String lastCode(String address) {
    var found = CODE.matcher(lastSubject(address));
    assertThat(found.find()).isTrue();
    return found.group();
  }

  String lastSubject(String address) {
    var mails = server.to(address);
    return subject(mails.get(mails.size() - 1));
  }

  static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
