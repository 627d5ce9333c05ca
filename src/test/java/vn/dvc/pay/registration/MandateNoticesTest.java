package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.registration.RegistrationFixture.digits;
import static vn.dvc.pay.registration.RegistrationStatus.REGISTERED;
import static vn.dvc.pay.registration.RegistrationStatus.TERMINATED;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.RegistrationId;

/**
 * No notice that a mandate has ended is lost, even if its reference also belongs to another one
 * (R13).
 */
@RegistrationTest
class MandateNoticesTest {
  @Autowired RegistrationFixture fixture;
  @Autowired Registrations registrations;
  @Autowired ScriptedAccounts bank;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;
  @Autowired Audit audit;

  @Test
  void referenceSharedByTwoRegistrationsEndsTheOneInForce() {
    var first = fixture.individual();
    var earlier = named(registeredAs("UQ-" + digits(8), first), first);
    registrations.terminate(earlier);
    var second = fixture.individual();
    var later = registeredAs(mandateOf(earlier), second);

    var notice = ended(mandateOf(earlier));

    fixture.reaches(later, TERMINATED);
    assertThat(fixture.now(later).reason()).isEqualTo("mandate-ended-by-bank");
    isHandled(notice);
  }

  @Test
  void sameReferenceAtAnotherBankIsAnotherMandate() {
    var payer = fixture.individual();
    var id = registeredAs("UQ-" + digits(8), payer);
    var elsewhere = fixture.individual();
    var other = registeredAs(mandateOf(id), elsewhere);
    jdbc.sql("update registration_version set bank = '970436' where registration = ?")
        .param(other.text())
        .update();

    ended(mandateOf(id));

    fixture.reaches(id, TERMINATED);
    assertThat(fixture.now(other).status()).isEqualTo(REGISTERED);
  }

  @Test
  void noticeThatOvertakesTheAnswerIsPublishedAgainUntilItsMandateIsKnown() {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    var name = "UQ-" + digits(8);
    bank.says(account, Operation.MANDATE, mandate(name));
    var id = fixture.underReview(payer, account);
    UUID notice;
    try (var held = bank.holds(account, Operation.MANDATE)) {
      fixture.decides(id, "approve", "officer-1", "APPROVED", null);
      held.isAsked();
      notice = ended(name);
      wasTold(notice);
    }
    fixture.reaches(id, REGISTERED);
    time.travel(Duration.ofMinutes(6));

    fixture.reaches(id, TERMINATED);
    assertThat(fixture.now(id).reason()).isEqualTo("mandate-ended-by-bank");
    isHandled(notice);
  }

  @Test
  void unknownReferenceIsAuditedAfterADay() {
    var name = "UQ-" + digits(12);
    var notice = ended("970436", name); // at a bank where no mandate is being activated
    wasTold(notice);
    assertThat(audit.about(name)).isEmpty();
    time.travel(Duration.ofDays(1).plusMinutes(6));

    isHandled(notice);
    assertThat(audit.about(name))
        .extracting(Audit.Entry::action)
        .containsExactly("mandate-notice-unknown");
  }

  private RegistrationId named(RegistrationId id, vn.dvc.pay.values.Payer payer) {
    assertThat(registrations.mandateOf(payer.id())).isPresent();
    return id;
  }

  private RegistrationId registeredAs(String name, vn.dvc.pay.values.Payer payer) {
    var account = fixture.accountOf(payer);
    bank.says(account, Operation.MANDATE, mandate(name));
    return fixture.registered(payer, account);
  }

  private static Approved mandate(String name) {
    return new Approved(TransactionState.AUTHORISED, name, null, null, null, null);
  }

  private String mandateOf(RegistrationId id) {
    return jdbc.sql("select mandate_reference from registration where id = ?")
        .param(id.text())
        .query(String.class)
        .single();
  }

  /** The bank's notice as stored after verification. */
  private UUID ended(String name) {
    return ended("970415", name);
  }

  private UUID ended(String bank, String name) {
    var id = UUID.randomUUID();
    var at = time.now().atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into bank_message
              (id, bank, kind, reference, body_sha256, body, received_at, next_publish_at)
            values (?, ?, 'NOTICE', ?, ?, ?, ?, ?)\
            """)
        .params(
            id,
            bank,
            id.toString(),
            "0".repeat(64),
            """
            {"reference":"%s","subject":"%s","event":"MANDATE_ENDED","at":"%s"}\
            """
                .formatted(id, name, at),
            at,
            at)
        .update();
    return id;
  }

  private void wasTold(UUID notice) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                jdbc.sql("select next_publish_at > received_at from bank_message where id = ?")
                    .param(notice)
                    .query(Boolean.class)
                    .single());
  }

  private void isHandled(UUID notice) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                jdbc.sql("select handled_at is not null from bank_message where id = ?")
                    .param(notice)
                    .query(Boolean.class)
                    .single());
  }
}
