package vn.dvc.sandbox.control;

/** A tester's order that cannot be carried out; the message says what would be accepted. */
class BadOrder extends RuntimeException {

  private final String code;

  BadOrder(String code, String message) {
    super(message);
    this.code = code;
  }

  String code() {
    return code;
  }
}
