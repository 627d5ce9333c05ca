package vn.dvc.proof.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/**
 * Our own tables.
 *
 * @param audit why the audit chain is broken; empty if it is intact
 * @param unhandled how many messages from banks have had no effect yet
 */
public record Tables(
    List<Payment> payments,
    List<Line> lines,
    List<Event> events,
    List<Attempt> attempts,
    List<Call> calls,
    List<Dossier> dossiers,
    List<Live> lives,
    List<Receipt> receipts,
    List<News> outbox,
    List<Case> cases,
    List<Reversal> reversals,
    List<Refund> refunds,
    List<Late> late,
    List<Day> days,
    List<Collection> collections,
    List<Instruction> instructions,
    List<Booked> statements,
    List<Difference> differences,
    List<String> audit,
    long unhandled) {

  public record Payment(
      String id,
      String method,
      String status,
      String reason,
      long amount,
      UUID attempt,
      String instance,
      Instant created,
      Instant finished) {

    boolean isFinished() {
      return finished != null;
    }

    /** It was paid; whether some of it was refunded since is another matter. */
    boolean wasPaid() {
      return status.equals("PAID") || status.equals("PARTLY_REVERSED") || status.equals("REVERSED");
    }
  }

  public record Line(String payment, String dossier, long amount) {}

  public record Event(String payment, String status, Instant at) {}

  public record Attempt(UUID ref, String subject, String bank, long amount, String state) {
    boolean isUnknown() {
      return state.equals("UNKNOWN") || state.equals("NEEDS_RECONCILIATION");
    }

    boolean isFinal() {
      return switch (state) {
        case "DEBITED", "DECLINED", "VOIDED", "NOT_EXECUTED", "REVERSED" -> true;
        default -> false;
      };
    }
  }

  /**
   * @param told the state of the attempt in the bank's answer; null if there was none
   */
  public record Call(
      UUID ref,
      UUID attempt,
      String operation,
      int seq,
      String state,
      String told,
      Instant prepared,
      Instant sent,
      Instant answered) {}

  public record Dossier(String code, String state, String paidBy, String receipt) {}

  public record Live(String dossier, String payment) {}

  /**
   * @param cancelled when a refund cancelled it; it keeps its number
   */
  public record Receipt(String number, String dossier, String payment, Instant cancelled) {}

  /** An event for the portal. */
  public record News(
      UUID id, String type, String payment, String dossier, Instant delivered, Instant failed) {}

  public record Case(
      String id,
      String kind,
      String subject,
      String payment,
      Instant opened,
      Instant closed,
      String decision,
      String decidedBy,
      String confirmedBy) {

    boolean isOpen() {
      return closed == null;
    }

    boolean wasDecidedByTwo() {
      return closed != null
          && decidedBy != null
          && confirmedBy != null
          && !decidedBy.equals(confirmedBy);
    }
  }

  public record Reversal(
      String id,
      String payment,
      String bank,
      UUID original,
      String collection,
      String booking,
      long amount,
      String state) {

    /** A bank that booked the same debit twice gives the second one back of its own accord. */
    boolean isOfAFurtherBooking() {
      return !booking.isEmpty();
    }

    /** The bank has refused it; until two persons decide otherwise it gives nothing back. */
    boolean isRefused() {
      return state.equals("DECLINED");
    }

    boolean isUnderWay() {
      return !isRefused() && !isDone() && !state.equals("RETURNED_OTHERWISE");
    }

    boolean isDone() {
      return state.equals("DONE");
    }

    boolean isOf(Collection it) {
      return bank.equals(it.bank()) && it.reference().equals(collection);
    }
  }

  /**
   * @param reversal which gives the money back; null before two persons have agreed
   */
  public record Refund(String payment, long amount, String state, String reversal) {}

  /** Money that a bank moved for an attempt that had been settled as not executed. */
  public record Late(UUID attempt, String reversal) {}

  /** A bank's day that is reconciled. */
  public record Day(String id, String state) {

    /** When it is over, in Vietnam's time zone. */
    Instant end() {
      var day =
          LocalDate.parse(id.substring(id.indexOf('-') + 1), DateTimeFormatter.BASIC_ISO_DATE);
      return day.plusDays(1).atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant();
    }
  }

  public record Collection(
      UUID id,
      String bank,
      String reference,
      long amount,
      String payment,
      String state,
      Instant at) {

    boolean pays() {
      return state.equals("BOUND") || state.equals("ACCEPTED");
    }

    /** Held for a payment that waits for the rest. */
    boolean isHeld() {
      return state.equals("HELD");
    }
  }

  /** A payment has one, and another one for the rest if too little was received. */
  public record Instruction(String payment, String code, Instant validUntil) {}

  /** A line of a bank's newest statement of a day, as we imported it. */
  public record Booked(
      String bank,
      String day,
      int line,
      String reference,
      long amount,
      boolean credit,
      String kind) {}

  /** A line, or a movement of ours, with which the other side disagrees. */
  public record Difference(
      String bank, String day, String kind, Integer line, String state, String file) {

    /** What has resolved itself before anybody was asked needs no case. */
    boolean isOpen() {
      return !state.equals("SETTLED") && !state.equals("DECIDED");
    }
  }
}
