package vn.dvc.pay.mailing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.mailing.delivery.MailingFixture.AN;
import static vn.dvc.pay.mailing.delivery.MailingFixture.BINH;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.engine.HumanTasks.HumanTask;
import vn.dvc.pay.mailing.Mailing;
import vn.dvc.pay.mailing.Mailings;
import vn.dvc.pay.mailing.intake.IntakeByHand;
import vn.dvc.pay.payment.IncomingMoney.State;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.values.PaymentId;

/** What payers and officers are told of, and in which words, on each database that we run on. */
@MailingTest
abstract class MessagesToPeople {
  private static final Instant AT = Instant.parse("2026-11-24T03:00:00Z");

  @Autowired MailingFixture fixture;
  @Autowired MailingRoom room;
  @Autowired MailServer server;
  @Autowired Mailings mailings;
  @Autowired IntakeByHand intake;
  @Autowired JdbcClient jdbc;

  @Test
  void receiptSaysWhatWasPaidInPlainTextAndNothingThatSomebodyTyped() throws Exception {
    var address = fixture.confirmed(BINH, "en");
    var payment = fixture.paid(BINH);
    fixture.deliverAll();

    var mail = server.to(address).get(1);
    assertThat(mail.getSubject()).startsWith("Paid: 1.234.000 đ, reference ");
    assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(mail.getHeader("List-Unsubscribe")[0]).contains("/notices/stop/");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat((String) mail.getContent())
        .contains("000.00.00.H47-261124-0001", "BL-2026-0000007", "/payments/" + payment.text())
        .contains("To stop these messages: ");
    assertThat(raw(mail)).doesNotContain("evil", "Bcc", BINH.id());
    assertThat(mailings.of(BINH)).first().extracting(Mailing::state).isEqualTo(Mailing.State.SENT);
    assertThat(mailings.of(AN)).isEmpty();
  }

  private static String raw(MimeMessage mail) throws Exception {
    var bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void eachFactIsToldOnceHoweverOftenItsEventIsRead() {
    var address = fixture.confirmed(AN, "vi");
    fixture.paid(AN);
    jdbc.sql("update outbox set people_due = happened_at").update();
    intake.look();
    fixture.deliverAll();

    assertThat(server.to(address)).hasSize(2);
  }

  @Test
  void reminderOfAnInstructionThatIsNotPayableAnyMoreIsDropped() {
    var address = fixture.confirmed(AN, "vi");
    var id = PaymentId.fresh();
    var waits = PaymentStatus.WAITING_FOR_COLLECTION;
    fixture.happens(ToldPayments.instructed(id, AN, waits), "reminder", Map.of());
    fixture.deliverAll();
    assertThat(fixture.lastSubject(address)).contains("hết hạn");

    var cancelled = ToldPayments.instructed(id, AN, PaymentStatus.CANCELLED);
    fixture.happens(cancelled, "reminder", Map.of());
    fixture.deliverAll();
    assertThat(server.to(address)).hasSize(2);
    assertThat(mailings.of(AN)).as("code and first reminder").hasSize(2);
  }

  @Test
  void moneyThatCameInIsToldWhileItIsLookedAtAndOnceItIsBack() {
    var address = fixture.confirmed(AN, "vi");
    var id = PaymentId.fresh();
    var lookedAt = ToldPayments.collected(id, AN, State.LOOKED_AT, null);
    fixture.happens(lookedAt, "money-looked-at", collection("FT1"));
    fixture.deliverAll();
    assertThat(fixture.lastSubject(address)).startsWith("Đã nhận 200.000 đ, đang xem xét");

    var returned = ToldPayments.collected(id, AN, State.RETURNED, AT);
    fixture.happens(returned, "money-looked-at", collection("FT2"));
    fixture.happens(returned, "money-returned", collection("FT1"));
    fixture.happens(returned, "money-returned", collection("FT1"));
    fixture.deliverAll();
    assertThat(fixture.lastSubject(address)).startsWith("Đã hoàn 200.000 đ không dùng để nộp");
    assertThat(server.to(address)).as("code, looked at, back; each once").hasSize(3);
  }

  @Test
  void debitThatCameTooLateIsToldOnceItIsBack() {
    var address = fixture.confirmed(AN, "vi");
    var declined = ToldPayments.declined(PaymentId.fresh(), AN);
    for (var reference : List.of("LATE", "OTHER")) {
      fixture.happens(declined, "money-returned", collection(reference));
    }
    fixture.deliverAll();
    assertThat(fixture.lastSubject(address)).startsWith("Đã hoàn 45.000 đ không dùng để nộp");
    assertThat(server.to(address)).as("code and the debit that is back").hasSize(2);
  }

  private static Map<String, Object> collection(String reference) {
    return Map.of("bank", "970415", "reference", reference);
  }

  @Test
  void secondPersonIsToldOnlyWhileAnApprovalIsAwaited() {
    var address = fixture.confirmed(AN, "vi");
    var id = PaymentId.fresh();
    var waits = ToldPayments.ofTwoPersons(id, AN, PaymentStatus.WAITING_FOR_APPROVAL);
    fixture.happens(waits, "approval-awaited", Map.of());
    fixture.deliverAll();
    assertThat(fixture.lastSubject(address)).startsWith("Chờ duyệt: 1.234.000 đ");

    var approved = ToldPayments.ofTwoPersons(id, AN, PaymentStatus.PROCESSING);
    fixture.happens(approved, "approval-awaited", Map.of());
    fixture.deliverAll();
    assertThat(server.to(address)).as("code and the first").hasSize(2);
  }

  @Test
  void overdueTaskIsToldToItsGroupOnceADayUntilItIsDone() throws Exception {
    var task = UUID.randomUUID().toString();
    room.overdue.add(new HumanTask(task, "review", "Duyệt đăng ký", "p", "i", "R1", null, AT, AT));
    intake.lookForOverdueTasks();
    intake.lookForOverdueTasks();
    fixture.deliverAll();
    var mails = server.to(MailingRoom.OFFICERS);
    var mail = mails.get(mails.size() - 1);
    assertThat((String) mail.getContent())
        .contains("quá hạn từ 24/11/2026 10:00: Duyệt đăng ký", "?task=" + task);
    assertThat(mail.getHeader("List-Unsubscribe")).isNull();

    fixture.pass(Duration.ofDays(1));
    intake.lookForOverdueTasks();
    fixture.deliverAll();
    assertThat(server.to(MailingRoom.OFFICERS)).hasSize(mails.size() + 1);

    fixture.whileTheServerIsAway(
        () -> {
          fixture.pass(Duration.ofDays(1));
          intake.lookForOverdueTasks();
          fixture.deliverAll();
        });
    room.overdue.clear();
    fixture.pass(Duration.ofMinutes(2));
    fixture.deliverAll();
    assertThat(server.to(MailingRoom.OFFICERS)).as("it was done meanwhile").isEmpty();
  }

  @Test
  void eventThatCannotBeReadHoldsUpNoOther() {
    var address = fixture.confirmed(AN, "vi");
    fixture.put("payment.finished", "no such form", Map.of("status", "paid"));
    fixture.paid(AN);
    fixture.deliverAll();
    assertThat(server.to(address)).hasSize(2);
    assertThat(fixture.unread()).as("to be read later").isEqualTo(1);
  }

  @Test
  void eventsOfWhichNobodyIsToldAreNotEvenLookedAt() {
    fixture.put("dossier.paid", "000.00.00.H47-261124-0001", Map.of());
    assertThat(fixture.unread()).isZero();
  }
}

class MessagesToPeopleOnH2Test extends MessagesToPeople {}

@ContextConfiguration(initializers = Postgres.Fresh.class)
class MessagesToPeopleOnPostgresTest extends MessagesToPeople {}
