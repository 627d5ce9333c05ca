package vn.dvc.pay.operations.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.bank.BankWatch;

/**
 * Something that an operator should look at now.
 *
 * @param name the key of its sentence under {@code operations.concern}
 * @param fact a name or a count that the sentence contains
 * @param age how long it has been so, null if that is not known
 * @param link where to look
 */
public record Concern(String name, Object fact, @Nullable Age age, String link) {
  /** The first inquiries about an unclear outcome take some minutes. */
  static final Duration UNCLEAR = Duration.ofMinutes(15);

  /** Two persons of one shift decide a case within a day. */
  static final Duration UNDECIDED = Duration.ofDays(1);

  /** A bank's statement is there some hours after the day's end, and matched soon after. */
  static final Duration UNRECONCILED = Duration.ofHours(12);

  /** All concerns about what is to be seen, the most urgent ones first. */
  static List<Concern> about(Overview it) {
    var found = new ArrayList<Concern>();
    if (!it.clockIsRight()) {
      found.add(new Concern("clock", "", null, "#nodes"));
    }
    for (var node : it.nodes()) {
      if (node.isSilent(it.at())) {
        found.add(concern(it, "node", node.name(), node.seen(), "#nodes"));
      }
    }
    for (var bank : it.banks()) {
      if (bank.condition().state() == BankWatch.State.FAILING) {
        found.add(new Concern("bank", bank.condition().bank().name(), null, "#banks"));
      }
    }
    var checked = it.beingChecked();
    if (isOlder(it, checked.since(), UNCLEAR)) {
      found.add(
          concern(
              it,
              "unclear",
              checked.count(),
              checked.since(),
              "/operations/payments?status=BEING_CHECKED"));
    }
    if (it.stuck().steps() > 0) {
      found.add(concern(it, "stuck", it.stuck().steps(), it.stuck().oldest(), "/operations/stuck"));
    }
    if (it.outbox().overdue()) {
      found.add(
          new Concern("outbox", it.outbox().waiting(), Age.of(it.outbox().oldest()), "#portal"));
    }
    if (it.outbox().givenUp() > 0) {
      found.add(new Concern("given-up", it.outbox().givenUp(), null, "#portal"));
    }
    if (it.mailings().givenUp() > 0) {
      found.add(new Concern("mailings", it.mailings().givenUp(), null, "#mailings"));
    }
    var oldest = it.cases().isEmpty() ? null : it.cases().get(0).oldest();
    if (isOlder(it, oldest, UNDECIDED)) {
      found.add(concern(it, "cases", it.openCases(), oldest, "/operations/cases"));
    }
    var days = it.reconciliation();
    if (isOlder(it, days.dueSince(), UNRECONCILED)) {
      found.add(
          concern(
              it,
              "unreconciled",
              days.unfinished(),
              days.dueSince(),
              "/operations/reconciliation"));
    }
    return found;
  }

  private static boolean isOlder(Overview it, @Nullable Instant since, Duration limit) {
    return since != null && since.plus(limit).isBefore(it.at());
  }

  private static Concern concern(
      Overview it, String name, Object fact, @Nullable Instant since, String link) {
    return new Concern(name, fact, since == null ? null : Age.between(since, it.at()), link);
  }
}
