package vn.dvc.pay.engine.release;

import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.twoperson.Hands;
import vn.dvc.pay.values.Problem;

/** The rule of two-person tasks, where there is no task. */
@Component
public class SecondPerson {
  private final Hands hands;

  SecondPerson(Hands hands) {
    this.hands = hands;
  }

  /**
   * @throws Problem release-own, or release-same-hands if one person may be behind both (409)
   */
  public void requireAnother(String first, String person) {
    if (first.equals(person)) {
      throw Problem.conflict("release-own");
    }
    if (hands.behindBoth(first, person).isPresent()) {
      throw Problem.conflict("release-same-hands");
    }
  }
}
