package vn.dvc.pay.documents;

/** The press without the program around it: what a paper looks like, not where it is kept. */
public final class TestPress {
  private static final PaperSettings ISSUER =
      new PaperSettings("UBND TỈNH QUẢNG NAM", "CỔNG DỊCH VỤ CÔNG TRỰC TUYẾN", "Quảng Nam", true);

  private final Press press = new Press(new PaperFont());
  private final Templates templates = new Templates();
  private final Sheets sheets = new Sheets(ISSUER);

  public byte[] print(PaperKind kind, PaperContent content) {
    return press.print(templates.of(kind), sheets.of(content));
  }

  byte[] print(Template template, PaperContent content) {
    return press.print(template, sheets.of(content));
  }
}
