package vn.dvc.pay.registration.mandate;

/**
 * A process asks for what persons must decide first, and our tables do not hold their decision. Our
 * own exception, so that whoever watches the process is told its words.
 */
class DecisionMissing extends RuntimeException {

  DecisionMissing(String what) {
    super(what);
  }
}
