package vn.dvc.pay.bank.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import vn.dvc.pay.bank.BankCommand;
import vn.dvc.pay.bank.BankCommand.AuthoriseCard;
import vn.dvc.pay.bank.BankCommand.Debit;
import vn.dvc.pay.bank.BankCommand.EndMandate;
import vn.dvc.pay.bank.BankCommand.EnquireAccount;
import vn.dvc.pay.bank.BankCommand.GrantMandate;
import vn.dvc.pay.bank.BankCommand.Line;
import vn.dvc.pay.bank.BankCommand.Reverse;
import vn.dvc.pay.bank.BankCommand.SubmitOtp;
import vn.dvc.pay.values.Json;

/**
 * The body of a request: the fields of contract bank-v1 that are particular to each command, as
 * they are stored with a call until it is sent. The sealed value is none of them: it is stored
 * apart and erased.
 */
public final class BankRequestBody {
  private BankRequestBody() {}

  public static String write(BankCommand command) {
    return Json.write(of(command));
  }

  public static Map<String, Object> read(String stored) {
    return Json.read(stored, new TypeReference<>() {});
  }

  static Map<String, Object> of(BankCommand command) {
    if (command instanceof AuthoriseCard card) {
      return Map.of(
          "payment", card.payment(),
          "challenge", card.challenge(),
          "lines", lines(card.lines()));
    }
    if (command instanceof SubmitOtp otp) {
      return Map.of("payment", otp.payment(), "challenge", otp.challenge());
    }
    if (command instanceof EnquireAccount enquiry) {
      return Map.of("account", enquiry.account());
    }
    if (command instanceof GrantMandate mandate) {
      return Map.of(
          "registration", mandate.registration(),
          "account", mandate.account(),
          "holder", mandate.holder(),
          "identityNumber", mandate.identityNumber(),
          "formSha256", mandate.formSha256());
    }
    if (command instanceof EndMandate end) {
      return Map.of("mandate", end.mandate());
    }
    if (command instanceof Debit debit) {
      return Map.of(
          "payment", debit.payment(),
          "mandate", debit.mandate(),
          "account", debit.account(),
          "lines", lines(debit.lines()));
    }
    if (command instanceof Reverse reverse) {
      return Map.of("original", original(reverse.original()), "reason", reverse.reason());
    }
    return Map.of(); // the attempt says it all
  }

  private static List<Map<String, Object>> lines(List<Line> lines) {
    return lines.stream().map(BankRequestBody::line).toList();
  }

  private static Map<String, Object> line(Line line) {
    var to = line.beneficiary();
    return Map.of(
        "dossier", line.dossier(),
        "fee", line.fee(),
        "amount", line.amount(),
        "beneficiary", Map.of("bank", to.bank(), "account", to.account(), "name", to.name()));
  }

  private static Map<String, Object> original(Reverse.Original original) {
    return original instanceof Reverse.Original.Debited debited
        ? Map.of("attemptRef", debited.attempt().toString())
        : Map.of("collection", ((Reverse.Original.Collected) original).reference());
  }
}
