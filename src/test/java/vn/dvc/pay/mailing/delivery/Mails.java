package vn.dvc.pay.mailing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.engine.HumanTasks.HumanTask;
import vn.dvc.pay.mailing.Channel;
import vn.dvc.pay.mailing.Mailing;
import vn.dvc.pay.mailing.MailingAddresses;
import vn.dvc.pay.mailing.MailingSettings;
import vn.dvc.pay.mailing.MailingWatch;
import vn.dvc.pay.mailing.Mailings;
import vn.dvc.pay.mailing.intake.IntakeByHand;
import vn.dvc.pay.notification.Outbox;
import vn.dvc.pay.payment.IncomingMoney.State;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** Messages on their way to payers, through a real mail server, on each database that we run on. */
@SpringBootTest(classes = {MailingRoom.class, IntakeByHand.class})
@ActiveProfiles("test")
abstract class Mails {
  private static final MailServer SERVER = new MailServer();
  private static final String MAIL = "nguyen.van.a@example.vn";
  private static final Payer AN = new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn Văn A");
  private static final Payer BINH =
      new Payer(Payer.Kind.ORGANISATION, "0100109106", "Click http://evil.example\r\nBcc: x@y.vn");
  private static final Instant AT = Instant.parse("2026-11-24T03:00:00Z");
  private static final String OFFICERS = "officers@example.vn";
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");

  @Autowired MailingAddresses addresses;
  @Autowired Mailings mailings;
  @Autowired MailingWatch watch;
  @Autowired MailingDelivery delivery;
  @Autowired MailingSettings settings;
  @Autowired IntakeByHand intake;
  @Autowired MailingRoom room;
  @Autowired Outbox outbox;
  @Autowired DatabaseTime time;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  private Duration passed = Duration.ZERO;

  @DynamicPropertySource
  static void server(DynamicPropertyRegistry properties) {
    properties.add("dvc.mailing.mail.port", () -> SERVER.port);
    properties.add("dvc.mailing.mail.whole-time", () -> "5s");
    properties.add("dvc.mailing.officers.bank-officers", () -> OFFICERS);
    // The discard port: nobody answers there.
    properties.add("dvc.mailing.sms.url", () -> "http://127.0.0.1:9/sms");
  }

  @BeforeEach
  void nobodyIsToldAnything() {
    jdbc.sql("delete from mailing").update();
    jdbc.sql("delete from mailing_address").update();
    jdbc.sql("delete from outbox").update();
    room.payments.clear();
    room.overdue.clear();
  }

  @AfterEach
  void backToNow() {
    time.travel(Duration.ZERO);
  }

  @Test
  void addressIsUsedOnlyAfterTheCodeThatWasSentThere() {
    addresses.ask(AN, Channel.EMAIL, " Nguyen.Van.A@example.vn".toLowerCase(), "vi");
    paid(AN);
    deliverAll();
    var code = lastCode(MAIL);
    assertThat(SERVER.to(MAIL)).extracting(Mails::subject).noneMatch(it -> it.contains("Đã nộp"));

    assertThat(addresses.confirm(AN, Channel.EMAIL, code)).isTrue();
    assertThat(addresses.confirm(BINH, Channel.EMAIL, code)).isFalse();
    paid(AN);
    deliverAll();

    assertThat(SERVER.to(MAIL)).extracting(Mails::subject).last().asString().contains("Đã nộp");
    assertThat(jdbc.sql("select code_sha256 from mailing_address").query(String.class).list())
        .containsOnlyNulls();
  }

  @Test
  void codeIsGoodForAQuarterOfAnHourAndForFiveTries() {
    var address = fresh();
    addresses.ask(AN, Channel.EMAIL, address, "vi");
    deliverAll();
    var code = lastCode(address);
    for (var guess = 0; guess < 5; guess++) {
      assertThat(addresses.confirm(AN, Channel.EMAIL, code + guess)).isFalse();
    }
    assertThat(addresses.confirm(AN, Channel.EMAIL, code)).as("tried five times").isFalse();

    pass(Duration.ofMinutes(2));
    addresses.remove(AN, Channel.EMAIL);
    addresses.ask(AN, Channel.EMAIL, address, "vi");
    deliverAll();
    var second = lastCode(address);
    pass(Duration.ofMinutes(16));
    assertThat(addresses.confirm(AN, Channel.EMAIL, second)).as("too late").isFalse();
  }

  @Test
  void codesAreSentOnceAMinuteAndFiveTimesADay() {
    for (var sent = 0; sent < 5; sent++) {
      addresses.ask(AN, Channel.EMAIL, fresh(), "vi");
      assertThatThrownBy(() -> addresses.ask(AN, Channel.EMAIL, fresh(), "vi"))
          .isInstanceOfSatisfying(Problem.class, it -> assertThat(it.status()).isEqualTo(429));
      addresses.remove(AN, Channel.EMAIL);
      pass(Duration.ofMinutes(2));
    }
    assertThatThrownBy(() -> addresses.ask(AN, Channel.SMS, "0912345678", "vi"))
        .isInstanceOfSatisfying(
            Problem.class, it -> assertThat(it.code()).isEqualTo("mailing-too-many-codes"));
  }

  /** Who asks for another's address gets the same answer as everybody, and soon nothing leaves. */
  @Test
  void strangersNeitherLearnAnythingNorFillAMailbox() {
    var victim = fresh();
    for (var stranger = 0; stranger < 8; stranger++) {
      var payer = new Payer(Payer.Kind.INDIVIDUAL, "04901234567" + stranger, "Người Lạ");
      addresses.ask(payer, Channel.EMAIL, victim, "vi");
      assertThat(addresses.addressesOf(payer)).hasSize(1);
    }
    deliverAll();
    assertThat(SERVER.to(victim)).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a@b", "a@example.vn\r\nBcc: b@example.vn", "a b@example.vn"})
  void whatIsNoAddressIsRefused(String typed) {
    assertThatThrownBy(() -> addresses.ask(AN, Channel.EMAIL, typed, "vi"))
        .isInstanceOfSatisfying(
            Problem.class, it -> assertThat(it.code()).isEqualTo("mailing-address-invalid"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1 900 123 4567", "0236 388 8999", "12345678", "09123456789"})
  void numbersThatAreNotVietnameseMobilesAreRefused(String typed) {
    assertThatThrownBy(() -> addresses.ask(AN, Channel.SMS, typed, "vi"))
        .isInstanceOf(Problem.class);
  }

  @Test
  void receiptSaysWhatWasPaidInPlainTextAndNothingThatSomebodyTyped() throws Exception {
    var address = confirmed(BINH, "en");
    var payment = paid(BINH);
    deliverAll();

    var mail = SERVER.to(address).get(1);
    assertThat(mail.getSubject()).startsWith("Paid: 1.234.000 đ, reference ");
    assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(mail.getHeader("List-Unsubscribe")[0]).contains("/notices/stop/");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat((String) mail.getContent())
        .contains("000.00.00.H47-261124-0001", "BL-2026-0000007", "/payments/" + payment)
        .contains("To stop these messages: ");
    var whole = raw(mail);
    assertThat(whole).doesNotContain("evil", "Bcc", BINH.id());
    assertThat(mailings.of(BINH)).first().extracting(Mailing::state).isEqualTo(Mailing.State.SENT);
    assertThat(mailings.of(AN)).isEmpty();
  }

  @Test
  void eachFactIsToldOnceHoweverOftenItsEventIsRead() {
    var address = confirmed(AN, "vi");
    paid(AN);
    jdbc.sql("update outbox set people_due = happened_at").update();
    intake.look();
    deliverAll();

    assertThat(SERVER.to(address)).hasSize(2);
  }

  @Test
  void reminderOfAnInstructionThatIsNotPayableAnyMoreIsDropped() {
    var address = confirmed(AN, "vi");
    var payment = PaymentId.fresh();
    room.payments.put(
        payment.text(), ToldPayments.instructed(payment, AN, PaymentStatus.WAITING_FOR_COLLECTION));
    put("payment.reminder", payment.text(), Map.of());
    deliverAll();
    assertThat(SERVER.to(address)).extracting(Mails::subject).last().asString().contains("hết hạn");

    room.payments.put(
        payment.text(), ToldPayments.instructed(payment, AN, PaymentStatus.CANCELLED));
    put("payment.reminder", payment.text(), Map.of());
    deliverAll();
    assertThat(SERVER.to(address)).hasSize(2);
    assertThat(mailings.of(AN)).as("code and first reminder").hasSize(2);
  }

  @Test
  void moneyThatCameInIsToldWhileItIsLookedAtAndOnceItIsBack() throws Exception {
    var address = confirmed(AN, "vi");
    var id = PaymentId.fresh();
    var facts = Map.<String, Object>of("bank", "970415", "reference", "FT1");
    room.payments.put(id.text(), ToldPayments.collected(id, AN, State.LOOKED_AT, null));
    put("payment.money-looked-at", id.text(), facts);
    deliverAll();
    assertThat(lastSubject(address)).startsWith("Đã nhận 200.000 đ, đang xem xét");

    room.payments.put(id.text(), ToldPayments.collected(id, AN, State.RETURNED, AT));
    put("payment.money-looked-at", id.text(), Map.of("bank", "970415", "reference", "FT2"));
    put("payment.money-returned", id.text(), facts);
    put("payment.money-returned", id.text(), facts);
    deliverAll();
    assertThat(lastSubject(address)).startsWith("Đã hoàn 200.000 đ không dùng để nộp");
    assertThat(SERVER.to(address)).as("code, looked at, back; each once").hasSize(3);
  }

  @Test
  void debitThatCameTooLateIsToldOnceItIsBack() throws Exception {
    var address = confirmed(AN, "vi");
    var id = PaymentId.fresh();
    room.payments.put(id.text(), ToldPayments.declined(id, AN));
    for (var reference : List.of("LATE", "OTHER")) {
      put("payment.money-returned", id.text(), Map.of("bank", "970415", "reference", reference));
    }
    deliverAll();
    assertThat(lastSubject(address)).startsWith("Đã hoàn 45.000 đ không dùng để nộp");
    assertThat(SERVER.to(address)).as("code and the debit that is back").hasSize(2);
  }

  @Test
  void secondPersonIsToldOnlyWhileAnApprovalIsAwaited() {
    var address = confirmed(AN, "vi");
    var id = PaymentId.fresh();
    var waits = PaymentStatus.WAITING_FOR_APPROVAL;
    room.payments.put(id.text(), ToldPayments.ofTwoPersons(id, AN, waits));
    put("payment.approval-awaited", id.text(), Map.of());
    deliverAll();
    assertThat(lastSubject(address)).startsWith("Chờ duyệt: 1.234.000 đ");

    room.payments.put(id.text(), ToldPayments.ofTwoPersons(id, AN, PaymentStatus.PROCESSING));
    put("payment.approval-awaited", id.text(), Map.of());
    deliverAll();
    assertThat(SERVER.to(address)).as("code and the first").hasSize(2);
  }

  private static String lastSubject(String address) {
    var mails = SERVER.to(address);
    return subject(mails.get(mails.size() - 1));
  }

  @Test
  void linkInAMessageStopsTheMessagesAndForgetsTheAddress() throws Exception {
    var address = confirmed(AN, "vi");
    paid(AN);
    deliverAll();
    var link = SERVER.to(address).get(1).getHeader("List-Unsubscribe")[0];
    addresses.stop(link.replaceAll(".*/|>", ""));
    addresses.stop("0".repeat(32));

    paid(AN);
    deliverAll();
    assertThat(SERVER.to(address)).hasSize(2);
    assertThat(addresses.addressesOf(AN)).isEmpty();
  }

  /** Delivery of what waits stops, too, when somebody stops it. */
  @Test
  void nothingIsSentToAnAddressThatWasReplacedMeanwhile() {
    var address = confirmed(AN, "vi");
    SERVER.goAway();
    try {
      paid(AN);
      deliverAll();
      addresses.remove(AN, Channel.EMAIL);
    } finally {
      SERVER.comeBack();
    }
    pass(Duration.ofDays(3));
    deliverAll();
    assertThat(SERVER.to(address)).isEmpty();
  }

  @Test
  void mailServerThatIsAwayIsAskedAgainAtGrowingPausesAndAtLastThePayerSeesIt() {
    confirmed(AN, "vi");
    SERVER.goAway();
    try {
      paid(AN);
      deliverAll();
      for (var pause : settings.pauses()) {
        assertThat(mailings.of(AN))
            .first()
            .extracting(Mailing::state)
            .isEqualTo(Mailing.State.ON_ITS_WAY);
        var before = attempts();
        pass(pause.minusSeconds(20));
        deliverAll();
        assertThat(attempts()).as("too early").isEqualTo(before);
        pass(Duration.ofSeconds(30));
        deliverAll();
        assertThat(attempts()).isEqualTo(before + 1);
      }
    } finally {
      SERVER.comeBack();
    }
    assertThat(mailings.of(AN)).first().extracting(Mailing::state).isEqualTo(Mailing.State.FAILED);
    assertThat(settings.pauses()).isSorted().hasSize(5);
    assertThat(watch.now()).isEqualTo(new MailingWatch.Condition(0, 1));
    pass(Duration.ofDays(1));
    assertThat(watch.now().givenUp()).as("yesterday").isZero();
  }

  @Test
  void mailThatWaitedForTheServerArrivesOnce() {
    var address = confirmed(AN, "vi");
    SERVER.goAway();
    try {
      paid(AN);
      deliverAll();
    } finally {
      SERVER.comeBack();
    }
    pass(Duration.ofMinutes(2));
    deliverAll();
    assertThat(SERVER.to(address)).hasSize(1);
    assertThat(mailings.of(AN)).first().extracting(Mailing::state).isEqualTo(Mailing.State.SENT);
  }

  @Test
  void overdueTaskIsToldToItsGroupOnceADayUntilItIsDone() throws Exception {
    var due = Instant.parse("2026-11-24T03:00:00Z");
    var task = UUID.randomUUID().toString();
    room.overdue.add(
        new HumanTask(task, "review", "Duyệt đăng ký", "p", "i", "R1", null, due, due));
    intake.lookForOverdueTasks();
    intake.lookForOverdueTasks();
    deliverAll();
    var mails = SERVER.to(OFFICERS);
    var mail = mails.get(mails.size() - 1);
    assertThat((String) mail.getContent())
        .contains("quá hạn từ 24/11/2026 10:00: Duyệt đăng ký", "?task=" + task);
    assertThat(mail.getHeader("List-Unsubscribe")).isNull();

    pass(Duration.ofDays(1));
    intake.lookForOverdueTasks();
    deliverAll();
    assertThat(SERVER.to(OFFICERS)).hasSize(mails.size() + 1);

    SERVER.goAway();
    try {
      pass(Duration.ofDays(1));
      intake.lookForOverdueTasks();
      deliverAll();
    } finally {
      SERVER.comeBack();
    }
    room.overdue.clear();
    pass(Duration.ofMinutes(2));
    deliverAll();
    assertThat(SERVER.to(OFFICERS)).as("it was done meanwhile").isEmpty();
  }

  @Test
  void eventThatCannotBeReadHoldsUpNoOther() {
    var address = confirmed(AN, "vi");
    put("payment.finished", "no such form", Map.of("status", "paid"), false);
    paid(AN);
    deliverAll();
    assertThat(SERVER.to(address)).hasSize(2);
    assertThat(
            jdbc.sql("select count(*) from outbox where people_due is not null")
                .query(Integer.class)
                .single())
        .as("to be read later")
        .isEqualTo(1);
  }

  @Test
  void eventsOfWhichNobodyIsToldAreNotEvenLookedAt() {
    put("dossier.paid", "000.00.00.H47-261124-0001", Map.of());
    assertThat(
            jdbc.sql("select count(*) from outbox where people_due is not null")
                .query(Integer.class)
                .single())
        .isZero();
  }

  private String confirmed(Payer payer, String language) {
    var address = fresh();
    addresses.ask(payer, Channel.EMAIL, address, language);
    deliverAll();
    assertThat(addresses.confirm(payer, Channel.EMAIL, lastCode(address))).isTrue();
    return address;
  }

  private static String fresh() {
    return "a" + UUID.randomUUID().toString().substring(0, 8) + "@example.vn";
  }

  private static String lastCode(String address) {
    var mails = SERVER.to(address);
    var found = CODE.matcher(subject(mails.get(mails.size() - 1)));
    assertThat(found.find()).isTrue();
    return found.group();
  }

  private String paid(Payer payer) {
    var id = PaymentId.fresh();
    room.payments.put(id.text(), ToldPayments.paid(id, payer));
    put("payment.finished", id.text(), Map.of("status", "paid"));
    return id.text();
  }

  private void put(String type, String subject, Map<String, Object> facts) {
    put(type, subject, facts, true);
  }

  private void put(String type, String subject, Map<String, Object> facts, boolean look) {
    transaction.executeWithoutResult(
        status -> {
          var data = new LinkedHashMap<String, Object>(facts);
          data.put(type.replaceFirst("\\..*", ""), subject);
          outbox.put(type, data);
        });
    if (look) {
      intake.look();
    }
  }

  private void pass(Duration some) {
    passed = passed.plus(some);
    time.travel(passed);
  }

  /** All that is due on this node, also what a thread in the background has begun. */
  private void deliverAll() {
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
        .param(java.sql.Timestamp.from(time.now()))
        .query(Integer.class)
        .single();
  }

  private int attempts() {
    return jdbc.sql("select sum(attempts) from mailing").query(Integer.class).single();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String raw(MimeMessage mail) throws Exception {
    var bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

class MailsOnH2Test extends Mails {}

@ContextConfiguration(initializers = Postgres.Fresh.class)
class MailsOnPostgresTest extends Mails {}
