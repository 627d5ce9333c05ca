package vn.dvc.scenario;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCommand;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.RegistrationId;

/**
 * Puts an account of An Phát into force without forms and officers: with a real mandate at the
 * bank, and the rows that a real registration would have left.
 */
public final class RegisteredAccount {
  private static final String PAYER = "0100109106";

  private final JdbcClient jdbc;
  private final BankCalls calls;
  private final TransactionTemplate transaction;
  private final DatabaseTime time;

  public RegisteredAccount(
      JdbcClient jdbc, BankCalls calls, TransactionTemplate transaction, DatabaseTime time) {
    this.jdbc = jdbc;
    this.calls = calls;
    this.transaction = transaction;
    this.time = time;
  }

  /** From now on this account at VietinBank is the payer's; any earlier one is not. */
  public void of(String number) {
    ended();
    var id = RegistrationId.fresh().text();
    var now = time.now().toString();
    jdbc.sql(
            """
            insert into registration (id, version, payer_kind, payer_id, payer_name,
              representative_known, status, form_version, account_checked, name_confirmed,
              policy_source, officer_group, second_approval, due_days, hand_in_days, reminder_days,
              enquiry_tries, mandate_tries, mandate_reference, created_at, force_key)
            values (:id, 0, 'ORGANISATION', :payer, 'Công ty TNHH An Phát', false, 'REGISTERED', 1,
              true, false, 'approval-policy:1', 'bank-officers', false, 3, 30, 7, 0, 0, :mandate,
              cast(:now as timestamp with time zone), :payer)\
            """)
        .param("id", id)
        .param("payer", PAYER)
        .param("mandate", mandate(id, number))
        .param("now", now)
        .update();
    jdbc.sql(
            """
            insert into registration_version (registration, number, bank, account, holder, branch,
              submitted_at)
            values (:id, 1, '970415', :number, 'CONG TY TNHH AN PHAT', 'Hà Nội',
              cast(:now as timestamp with time zone))\
            """)
        .param("id", id)
        .param("number", number)
        .param("now", now)
        .update();
  }

  public void suspended() {
    jdbc.sql("update registration set status = 'SUSPENDED' where force_key = ?")
        .param(PAYER)
        .update();
  }

  public void ended() {
    jdbc.sql("update registration set status = 'TERMINATED', force_key = null where force_key = ?")
        .param(PAYER)
        .update();
  }

  private String mandate(String registration, String number) {
    var attempt =
        transaction.execute(
            status -> {
              var ref = calls.open(Subject.parse(registration), "970415", null);
              calls.prepare(
                  ref,
                  new BankCommand.GrantMandate(
                      registration, number, "CONG TY TNHH AN PHAT", PAYER, "0".repeat(64)));
              return ref;
            });
    var answered = calls.send(attempt, Operation.MANDATE);
    transaction.execute(status -> calls.record(answered));
    return calls.attempt(attempt).bankReference();
  }
}
