package vn.dvc.proof.check;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The judge. Zero violations is the only good result. */
public final class Checker {
  private static final List<Invariant> INVARIANTS =
      List.of(
          new TakenAtMostOnce(),
          new PaidIfAndOnlyIfTaken(),
          new IntentBeforeSend(),
          new SentAtMostOnce(),
          new NothingInDoubt(),
          new OneAtATime(),
          new ProcessAgrees(),
          new PromisesKept(),
          new HoldsReleased(),
          new InstructionPaidOnce(),
          new TotalsAgree(),
          new NothingLeaked(),
          new CallsComeToAnEnd(),
          new ReturnedAtMostOnce(),
          new DaysAreClosed(),
          new ContradictionsAreRead(),
          new BooksSayWhatCame());

  private Checker() {}

  /** All invariants, once everything has come to rest; see {@link Unrest}. */
  public static List<Violation> check(JudgeEvidence evidence) {
    return violations(
        invariant ->
            Stream.concat(
                    invariant.atAnyMoment(evidence).stream(), invariant.atRest(evidence).stream())
                .toList());
  }

  /** Those that hold even while payments are under way. */
  public static List<Violation> checkDuringTheRun(JudgeEvidence evidence) {
    return violations(invariant -> invariant.atAnyMoment(evidence));
  }

  private static List<Violation> violations(Function<Invariant, List<Violation>> judged) {
    return INVARIANTS.stream().map(judged).flatMap(List::stream).distinct().toList();
  }
}
