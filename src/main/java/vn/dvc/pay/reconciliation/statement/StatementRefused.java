package vn.dvc.pay.reconciliation.statement;

/** A file that is no statement as a whole: nothing of it is imported. */
class StatementRefused extends Exception {
  private final String code;

  /**
   * @param code statement-malformed, statement-totals-differ, statement-of-another-day …
   */
  StatementRefused(String code, String detail) {
    super(code + ": " + detail, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }
}
