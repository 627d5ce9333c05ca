package vn.dvc.pay.documents;

/** The kinds of document, each with its template under reports/. */
public enum DocumentKind {
  REGISTRATION_FORM("registration-form"),
  PAYMENT_INSTRUCTION("payment-instruction"),
  PAYMENT_CONFIRMATION("payment-confirmation"),
  PAYMENT_SUMMARY("payment-summary"),
  RECONCILIATION_REPORT("reconciliation-report");

  private final String template;

  DocumentKind(String template) {
    this.template = template;
  }

  public String template() {
    return template;
  }
}
