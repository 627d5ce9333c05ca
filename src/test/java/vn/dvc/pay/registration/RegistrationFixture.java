package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.HumanTasks.HumanTask;
import vn.dvc.pay.portal.Profiles;
import vn.dvc.pay.portal.Profiles.Profile;
import vn.dvc.pay.registration.Application.Contact;
import vn.dvc.pay.testing.Fixture;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;
import vn.dvc.pay.values.text.TaxCode;

/**
 * Payers known to the portal, their accounts at the bank, and their registrations; each payer is
 * new.
 */
class RegistrationFixture implements Fixture {
  private final Registrations registrations;
  private final ScriptedAccounts bank;
  private final HumanTasks tasks;
  private final DatabaseTime time;
  private final JdbcClient jdbc;
  private final Profiles profiles;

  RegistrationFixture(
      Registrations registrations,
      ScriptedAccounts bank,
      HumanTasks tasks,
      DatabaseTime time,
      JdbcClient jdbc,
      Profiles profiles) {
    this.registrations = registrations;
    this.bank = bank;
    this.tasks = tasks;
    this.time = time;
    this.jdbc = jdbc;
    this.profiles = profiles;
  }

  @Override
  public void afterEachTest() {
    time.travel(Duration.ZERO);
  }

  /** An organisation known to the portal. */
  Payer organisation() {
    var code = taxCode();
    return known(new Payer(Payer.Kind.ORGANISATION, code, "Công ty TNHH " + code));
  }

  /** A dependent unit of one, which has its tax code and three digits. */
  Payer branch() {
    return known(new Payer(Payer.Kind.ORGANISATION, taxCode() + "-001", "Chi nhánh miền Trung"));
  }

  private static String taxCode() {
    String code;
    do {
      code = "01" + digits(8);
    } while (!TaxCode.isValid(code));
    return code;
  }

  Payer individual() {
    return known(new Payer(Payer.Kind.INDIVIDUAL, "049" + digits(9), "Nguyễn Văn A"));
  }

  private Payer known(Payer payer) {
    var signs =
        payer.kind() == Payer.Kind.INDIVIDUAL
            ? null
            : new Profiles.Representative("Trần Thị Bình", "Giám đốc");
    when(profiles.of(payer.id()))
        .thenReturn(
            Optional.of(new Profile(payer, "02363888999", "a@b.vn", "45 Nguyễn Văn Linh", signs)));
    return payer;
  }

  /** An account of this payer, in the bank's spelling of the name. */
  String accountOf(Payer payer) {
    var account = "11" + digits(10);
    bank.owns(account, payer.name(), payer.id());
    return account;
  }

  static Application application(String account, String holder) {
    return new Application(
        new AccountNumber("970415", account),
        holder,
        "VietinBank Đà Nẵng",
        new Contact(null, null),
        null);
  }

  Registration started(Payer payer, String account) {
    return registrations.start(payer, application(account, payer.name()));
  }

  RegistrationId awaitingForm(Payer payer, String account) {
    var id = started(payer, account).id();
    reaches(id, RegistrationStatus.AWAITING_FORM);
    return id;
  }

  RegistrationId underReview(Payer payer, String account) {
    var id = awaitingForm(payer, account);
    decides(id, "receiveForm", "teller-1", "RECEIVED", null);
    return id;
  }

  RegistrationId registered(Payer payer, String account) {
    var id = underReview(payer, account);
    decides(id, "approve", "officer-1", "APPROVED", null);
    if (payer.kind() == Payer.Kind.ORGANISATION) {
      decides(id, "approveSecond", "officer-2", "APPROVED", null);
    }
    reaches(id, RegistrationStatus.REGISTERED);
    return id;
  }

  void decides(RegistrationId id, String task, String actor, String decision, String reason) {
    assertThat(task(id).activity()).isEqualTo(task);
    tasks.complete(
        task(id).id(),
        actor,
        reason == null
            ? Map.of("decision", decision)
            : Map.of("decision", decision, "reason", reason));
  }

  HumanTask task(RegistrationId id) {
    return tasks.openOf(id.text()).stream().findFirst().orElseThrow();
  }

  Registration now(RegistrationId id) {
    return registrations.find(id).orElseThrow();
  }

  void reaches(RegistrationId id, RegistrationStatus status) {
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () -> assertThat(now(id).status()).as(now(id).reason() + where(id)).isEqualTo(status));
  }

  /** The process's position, for the failure message. */
  private String where(RegistrationId id) {
    return jdbc.sql(
            "select act_id_ from act_ru_execution where proc_inst_id_ in (select process_instance"
                + " from registration where id = ?) and act_id_ is not null")
        .param(id.text())
        .query(String.class)
        .list()
        .toString();
  }

  long eventsOf(RegistrationId id, String type, String what) {
    return jdbc.sql(
            "select count(*) from outbox where event_type = ? and body like ? and body like ?")
        .params(type, "%" + id.text() + "%", "%" + what + "%")
        .query(Long.class)
        .single();
  }

  static void refused(String code, Runnable act) {
    assertThatThrownBy(act::run)
        .satisfies(
            failure -> {
              Throwable cause = failure;
              while (!(cause instanceof Problem) && cause.getCause() != null) {
                cause = cause.getCause();
              }
              assertThat(cause).isInstanceOf(Problem.class);
              assertThat(((Problem) cause).code()).isEqualTo(code);
            });
  }

  static String digits(int count) {
    var text = new StringBuilder();
    for (var i = 0; i < count; i++) {
      text.append(ThreadLocalRandom.current().nextInt(10));
    }
    return text.toString();
  }
}
