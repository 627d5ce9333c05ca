package vn.dvc.pay.registration.mandate;

/**
 * Thrown when a process requests a step that needs a decision by persons, and our tables hold no
 * such decision. It is our own exception, so that its message reaches whoever watches the process.
 */
class DecisionMissing extends RuntimeException {

  DecisionMissing(String what) {
    super(what);
  }
}
