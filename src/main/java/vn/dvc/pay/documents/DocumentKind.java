package vn.dvc.pay.documents;

/** The kinds of document, each with its template under reports/. */
public enum DocumentKind {
  REGISTRATION_FORM("registration-form", "phieu-dang-ky"),
  PAYMENT_INSTRUCTION("payment-instruction", "chi-dan-thanh-toan"),
  PAYMENT_CONFIRMATION("payment-confirmation", "xac-nhan-thanh-toan"),
  PAYMENT_SUMMARY("payment-summary", "bang-ke-thanh-toan"),
  RECONCILIATION_REPORT("reconciliation-report", "bao-cao-doi-soat");

  private final String template;
  private final String fileName;

  DocumentKind(String template, String fileName) {
    this.template = template;
    this.fileName = fileName;
  }

  /** With what the name of its file begins, for people to find it again. */
  public String fileName(DocumentLanguage language) {
    return language == DocumentLanguage.ENGLISH ? template : fileName;
  }

  public String template() {
    return template;
  }
}
