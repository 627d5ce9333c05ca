package vn.dvc.pay.documents;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Validates documents as PDF/A-2a (archives) and as PDF/UA-1 (readers of all kinds). */
public final class PdfArchive {
  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private PdfArchive() {}

  /** The rules of either standard that the document violates, each once; empty if it is valid. */
  public static List<String> faults(byte[] pdf) throws Exception {
    var faults = new ArrayList<>(faults(pdf, PDFAFlavour.PDFA_2_A));
    faults.addAll(faults(pdf, PDFAFlavour.PDFUA_1));
    return faults;
  }

  private static List<String> faults(byte[] pdf, PDFAFlavour standard) throws Exception {
    var foundry = Foundries.defaultInstance();
    try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), standard);
        var validator = foundry.createValidator(standard, false)) {
      var result = validator.validate(parser);
      var faults =
          result.getTestAssertions().stream()
              .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
              .map(
                  assertion ->
                      standard
                          + " "
                          + assertion.getRuleId().getClause()
                          + " "
                          + assertion.getMessage())
              .distinct()
              .toList();
      return result.isCompliant() || !faults.isEmpty()
          ? faults
          : List.of(standard + ": not compliant");
    }
  }
}
