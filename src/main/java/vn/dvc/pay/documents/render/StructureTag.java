package vn.dvc.pay.documents.render;

import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfNumber;
import com.lowagie.text.pdf.PdfStructureElement;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.type.BandTypeEnum;
import net.sf.jasperreports.pdf.JRPdfExporter;

/**
 * The tags that a template gives its elements, by the library's own properties: {@code start},
 * {@code end}, or {@code full} for both. Outermost first.
 */
enum StructureTag {
  TABLE("Table", "table"),
  TR("TR", "tr"),
  TH("TH", "th"),
  TD("TD", "td"),
  H1("H1", "h1"),
  H2("H2", "h2");

  private static final String PREFIX = JRPdfExporter.PDF_EXPORTER_PROPERTIES_PREFIX + "tag.";
  private static final PdfName ATTRIBUTES = PdfName.A;

  private final PdfName type;
  private final String property;

  StructureTag(String type, String property) {
    this.type = new PdfName(type);
    this.property = PREFIX + property;
  }

  static Stream<StructureTag> innermostFirst() {
    var tags = Arrays.asList(values());
    Collections.reverse(tags);
    return tags.stream();
  }

  /** Whether the text is to be read at the end of the document, although it is in a footer. */
  static boolean isNote(JRPrintElement element) {
    return element.getPropertiesMap().containsProperty(PREFIX + "note");
  }

  static boolean isHeading(PdfStructureElement element) {
    return H1.isIn(element) || H2.isIn(element);
  }

  boolean isIn(PdfStructureElement element) {
    return type.equals(element.get(PdfName.S));
  }

  boolean startsAt(JRPrintElement element) {
    return is(element, "start");
  }

  boolean endsAt(JRPrintElement element) {
    return is(element, "end");
  }

  private boolean is(JRPrintElement element, String side) {
    var value = element.getPropertiesMap().getProperty(property);
    return side.equals(value) || "full".equals(value);
  }

  PdfStructureElement under(PdfStructureElement parent, JRPrintElement element) {
    var tag = new PdfStructureElement(parent, type);
    if (this == TH || this == TD) {
      tag.put(ATTRIBUTES, new PdfArray(cell(element)));
    }
    return tag;
  }

  /** What a cell spans, and whether a header is one of its column or of its row. */
  private PdfDictionary cell(JRPrintElement element) {
    var attributes = new PdfDictionary();
    attributes.put(PdfName.O, PdfName.TABLE);
    if (this == TH) {
      var ofColumn = element.getOrigin().getBandType() == BandTypeEnum.GROUP_HEADER;
      attributes.put(new PdfName("Scope"), new PdfName(ofColumn ? "Column" : "Row"));
    }
    var span = element.getPropertiesMap().getProperty(PREFIX + "colspan");
    if (span != null) {
      attributes.put(new PdfName("ColSpan"), new PdfNumber(span));
    }
    return attributes;
  }
}
