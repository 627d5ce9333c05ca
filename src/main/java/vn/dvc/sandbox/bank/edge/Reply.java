package vn.dvc.sandbox.bank.edge;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.dvc.sandbox.bank.attempts.Result;
import vn.dvc.sandbox.bank.attempts.Transaction;
import vn.dvc.sandbox.bank.statement.BankStatement;

/**
 * A response before it is written and signed: a Result, a Transaction, a statement or a problem.
 */
record Reply(int status, Object body) {

  static Reply problem(int status, String code, String detail) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", "Ngân hàng không nhận yêu cầu này / The bank does not take this request");
    problem.put("status", status);
    problem.put("code", code);
    problem.put("detail", detail);
    return new Reply(status, problem);
  }

  static Reply unavailable() {
    return problem(503, "bank-unavailable", "The bank cannot answer now");
  }

  String contentType() {
    if (body instanceof BankStatement) {
      return "application/xml";
    }
    return status == 200 ? "application/json" : "application/problem+json";
  }

  /** The same with an amount other than the ledger's. */
  Reply withWrongAmount() {
    if (body instanceof Result result) {
      return new Reply(status, result.withWrongAmount());
    }
    if (body instanceof Transaction transaction) {
      return new Reply(status, transaction.withWrongAmount());
    }
    if (body instanceof BankStatement statement) {
      return new Reply(status, statement.withWrongAmount());
    }
    return this;
  }

  /** The opposite of what the ledger says; a decline stays a decline. */
  Reply contradicted() {
    if (body instanceof Result result) {
      return new Reply(status, result.contradicted());
    }
    if (body instanceof Transaction transaction) {
      return new Reply(status, transaction.contradicted());
    }
    if (body instanceof BankStatement statement) {
      return new Reply(status, statement.withoutLine());
    }
    return this;
  }

  /** The reply of a bank that books a movement twice: only a statement shows it. */
  Reply doubled() {
    return body instanceof BankStatement statement
        ? new Reply(status, statement.withLineTwice())
        : this;
  }
}
