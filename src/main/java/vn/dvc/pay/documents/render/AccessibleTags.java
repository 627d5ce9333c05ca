package vn.dvc.pay.documents.render;

import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfRectangle;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureElement;
import java.util.ArrayDeque;
import java.util.Deque;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.type.BandTypeEnum;
import net.sf.jasperreports.pdf.JRPdfExporterTagHelper;
import net.sf.jasperreports.pdf.PdfExporterConfiguration;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import org.jspecify.annotations.Nullable;

/**
 * Says which part of a page is read aloud as what. A page is an artifact except for its texts and
 * its pictures with an alternative, so that no rule, box or background is ever untagged.
 *
 * <p>A table's header is read once, though it is printed on each page. What stands in the page
 * footer is not read, except at the end of the document those of its texts that are tagged as
 * notes.
 */
class AccessibleTags extends JRPdfExporterTagHelper {
  private static final PdfName ARTIFACT = new PdfName("Artifact");

  private final AccessiblePdfExporter paper;
  private final int pages;
  private final Deque<PdfStructureElement> open = new ArrayDeque<>();
  private int page;
  private int notes;
  private int paragraph;
  private boolean tableHasHeader;
  private boolean read;

  AccessibleTags(AccessiblePdfExporter exporter, int pages) {
    super(exporter);
    paper = exporter;
    this.pages = pages;
  }

  @Override
  protected void init() {
    var writer = producer().getPdfWriter();
    writer.setXmpMetadata(AccessibleMetadata.of(writer));
    var document = new PdfStructureElement(writer.getStructureTreeRoot(), PdfName.DOCUMENT);
    document.put(PdfName.LANG, new PdfString(language));
    open.push(document);
  }

  @Override
  protected void startPage() {
    page++;
    canvas().beginMarkedContentSequence(ARTIFACT);
  }

  @Override
  protected void endPage() {
    canvas().endMarkedContentSequence();
  }

  @Override
  protected void startElement(JRPrintElement element) {
    read = isRead(element);
    paragraph = 0;
    if (read) {
      for (var tag : StructureTag.values()) {
        if (tag.startsAt(element)) {
          open.push(tag.under(innermost(), element));
        }
      }
    }
  }

  @Override
  protected void endElement(JRPrintElement element) {
    if (isRead(element)) {
      StructureTag.innermostFirst().filter(tag -> tag.endsAt(element)).forEach(this::close);
    }
  }

  private void close(StructureTag tag) {
    var closed = open.pop();
    if (tag == StructureTag.TR) {
      tableHasHeader = true;
    } else if (tag == StructureTag.TABLE) {
      tableHasHeader = false;
    }
    if (!tag.isIn(closed)) {
      throw new JRRuntimeException(tag + " ends where " + closed.get(PdfName.S) + " is open");
    }
  }

  @Override
  protected void startText(JRPrintText text, @Nullable String spoken) {
    if (read) {
      begin(StructureTag.isHeading(innermost()) ? innermost() : paragraph(text));
    }
  }

  private PdfStructureElement paragraph(JRPrintText text) {
    var paragraphs = text.getFullText().split("\n");
    var number = paragraph++;
    var footnote = isInFooter(text);
    var paragraph = new PdfStructureElement(innermost(), new PdfName(footnote ? "Note" : "P"));
    if (footnote) {
      paragraph.put(new PdfName("ID"), new PdfString("note-" + ++notes));
    }
    var foreign =
        text.getPropertiesMap().getProperty(PdfExporterConfiguration.PROPERTY_TAG_LANGUAGE);
    if (foreign != null && !foreign.equals(language)) {
      paragraph.put(PdfName.LANG, new PdfString(foreign));
    }
    if (isWrapped(text, paragraphs.length) && number < paragraphs.length) {
      paragraph.put(PdfName.ACTUALTEXT, unicode(paragraphs[number]));
    }
    return paragraph;
  }

  /** At the end of a line no blank is drawn, so that its last word would be read with the next. */
  private static boolean isWrapped(JRPrintText text, int paragraphs) {
    return text.getTextHeight()
        > (paragraphs + 0.5) * text.getLineSpacingFactor() * text.getFontSize();
  }

  private static PdfString unicode(String text) {
    return new PdfString(text, PdfObject.TEXT_UNICODE);
  }

  @Override
  protected void endText() {
    if (read) {
      end();
    }
  }

  @Override
  protected void startImage(JRPrintImage image) {
    if (read) {
      var figure = new PdfStructureElement(innermost(), PdfName.FIGURE);
      figure.put(PdfName.ALT, unicode(image.getHyperlinkTooltip()));
      figure.put(PdfName.A, placeOf(image));
      begin(figure);
    }
  }

  private PdfArray placeOf(JRPrintImage image) {
    var place = new PdfDictionary();
    place.put(PdfName.O, new PdfName("Layout"));
    place.put(new PdfName("Placement"), new PdfName("Block"));
    place.put(PdfName.BBOX, new PdfRectangle(paper.placeOf(image)));
    return new PdfArray(place);
  }

  @Override
  protected void endImage() {
    endText();
  }

  private void begin(PdfStructureElement element) {
    canvas().endMarkedContentSequence();
    canvas().beginMarkedContentSequence(element);
  }

  private void end() {
    canvas().endMarkedContentSequence();
    canvas().beginMarkedContentSequence(ARTIFACT);
  }

  private boolean isRead(JRPrintElement element) {
    if (element instanceof JRPrintImage image && image.getHyperlinkTooltip() == null) {
      return false;
    }
    if (isInFooter(element)) {
      return page == pages && StructureTag.isNote(element);
    }
    return !(tableHasHeader && band(element) == BandTypeEnum.GROUP_HEADER);
  }

  private static boolean isInFooter(JRPrintElement element) {
    return band(element) == BandTypeEnum.PAGE_FOOTER;
  }

  private static @Nullable BandTypeEnum band(JRPrintElement element) {
    return element.getOrigin() == null ? null : element.getOrigin().getBandType();
  }

  private PdfStructureElement innermost() {
    return open.element();
  }

  private PdfContentByte canvas() {
    return producer().getPdfContentByte();
  }

  private ClassicPdfProducer producer() {
    return (ClassicPdfProducer) pdfProducer;
  }
}
