package vn.dvc.proof.failpoint;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * One thing that breaks.
 *
 * @param words what breaks and when
 * @param done makes it break
 */
record Break(String words, Consumer<FailpointFixture> done) {

  /**
   * The thread that handles this operation or message is killed, frozen or cut off at this point.
   */
  static Break of(Deed deed, Point point, String what) {
    return new Break(
        "%s %s %s".formatted(what.toLowerCase(Locale.ROOT), deed, point),
        fixture -> fixture.failpoints.arm(deed, point, what));
  }

  /** The thread that handles this stops here until the others have got this far without it. */
  static Break thawed(Point point, String what, Thaw thaw) {
    return new Break(
        "%s %s %s until %s".formatted(what.toLowerCase(Locale.ROOT), Deed.FREEZE, point, thaw),
        fixture -> fixture.thawsWhen(thaw, fixture.failpoints.arm(Deed.FREEZE, point, what)));
  }

  /** The bank misbehaves the first time it gets this request. */
  static Break mood(String operation, String fault) {
    return mood(FailpointFixture.BANK, operation, fault);
  }

  static Break mood(String bank, String operation, String fault) {
    return new Break(
        "%s met with %s".formatted(operation, fault),
        fixture -> fixture.mood(bank, operation, fault, 1));
  }

  Break and(Break other) {
    return new Break(
        words + " and " + other.words,
        fixture -> {
          done.accept(fixture);
          other.done.accept(fixture);
        });
  }
}
