package vn.dvc.pay.documents;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Validates documents as PDF/A-2a. */
public final class PdfArchive {
  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private PdfArchive() {}

  /** The rules of PDF/A-2a that the document violates, each once; empty if it is valid. */
  public static List<String> faults(byte[] pdf) throws Exception {
    var foundry = Foundries.defaultInstance();
    try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_A);
        var validator = foundry.createValidator(PDFAFlavour.PDFA_2_A, false)) {
      var result = validator.validate(parser);
      var faults =
          result.getTestAssertions().stream()
              .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
              .map(assertion -> assertion.getRuleId() + " " + assertion.getMessage())
              .distinct()
              .toList();
      return result.isCompliant() || !faults.isEmpty() ? faults : List.of("not compliant");
    }
  }
}
