package vn.dvc.pay.documents.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.sf.jasperreports.pdf.PdfXmpCreator;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;
import org.springframework.core.io.ClassPathResource;

/** The library's metadata for PDF/A-2a, with the statement that a document is PDF/UA-1, too. */
final class AccessibleMetadata {
  private static final String END = "</rdf:RDF>";
  private static final String PDF_UA = read();

  private AccessibleMetadata() {}

  static byte[] of(PdfWriter writer) {
    var metadata = PdfXmpCreator.createXmpMetadata(writer, PdfaConformanceEnum.PDFA_2A);
    return new String(metadata, UTF_8).replace(END, PDF_UA + END).getBytes(UTF_8);
  }

  private static String read() {
    try {
      return new ClassPathResource("reports/pdf-ua.xmp").getContentAsString(UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
