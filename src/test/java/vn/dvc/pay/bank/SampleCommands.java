package vn.dvc.pay.bank;

import java.util.List;
import vn.dvc.pay.bank.BankCommand.AuthoriseCard;
import vn.dvc.pay.bank.BankCommand.Beneficiary;
import vn.dvc.pay.bank.BankCommand.Capture;
import vn.dvc.pay.bank.BankCommand.Debit;
import vn.dvc.pay.bank.BankCommand.EndMandate;
import vn.dvc.pay.bank.BankCommand.EnquireAccount;
import vn.dvc.pay.bank.BankCommand.GrantMandate;
import vn.dvc.pay.bank.BankCommand.Inquire;
import vn.dvc.pay.bank.BankCommand.Line;
import vn.dvc.pay.bank.BankCommand.ResendOtp;
import vn.dvc.pay.bank.BankCommand.Reverse;
import vn.dvc.pay.bank.BankCommand.SubmitOtp;
import vn.dvc.pay.bank.BankCommand.Tombstone;
import vn.dvc.pay.bank.BankCommand.VoidAuthorisation;
import vn.dvc.pay.values.AttemptRef;

/** The commands from which the sample requests under {@code bank-samples} result. */
public final class SampleCommands {
  private static final String PAYMENT = "P0123456789ABCDEF0123456789ABCDEF";
  private static final String ACCOUNT = "113366668888";
  private static final List<Line> LINES =
      List.of(
          new Line(
              "000.00.00.H47-261124-0001",
              "LP01",
              120_000,
              new Beneficiary("970415", "113000000001", "SO TU PHAP")));

  private SampleCommands() {}

  /**
   * @param sealed the sealed value of a command that has one
   */
  public static BankCommand of(Operation operation, String sealed) {
    return switch (operation) {
      case AUTHORISE -> new AuthoriseCard(PAYMENT, "c-1", LINES, sealed);
      case OTP -> new SubmitOtp(PAYMENT, "c-2", sealed);
      case RESEND -> new ResendOtp();
      case CAPTURE -> new Capture();
      case VOID -> new VoidAuthorisation();
      case ENQUIRY -> new EnquireAccount(ACCOUNT);
      case MANDATE ->
          new GrantMandate(
              "R0123456789ABCDEF0123456789ABCDEF",
              ACCOUNT,
              "CONG TY TNHH AN PHAT",
              "0100109106",
              "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
      case END_MANDATE -> new EndMandate("MANDATE-0001");
      case DEBIT -> new Debit(PAYMENT, "MANDATE-0001", ACCOUNT, LINES);
      case REVERSAL ->
          new Reverse(
              new Reverse.Original.Debited(AttemptRef.of("33333333-3333-4333-8333-333333333333")),
              "late-success");
      case INQUIRY -> new Inquire();
      case TOMBSTONE -> new Tombstone();
    };
  }
}
