package vn.dvc.pay.documents.render;

import com.lowagie.text.Rectangle;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.pdf.JRPdfExporter;

/** The library's exporter with tags that meet PDF/UA-1; its own fall short of it (ADR 0006). */
class AccessiblePdfExporter extends JRPdfExporter {

  AccessiblePdfExporter(int pages) {
    tagHelper = new AccessibleTags(this, pages);
  }

  /** No link leads to a page of a document, and an anchor would be untagged content. */
  @Override
  protected void writePageAnchor(int pageIndex) {}

  /** On the page, whose origin is at the bottom left. */
  Rectangle placeOf(JRPrintElement element) {
    var left = element.getX() + getOffsetX();
    var top = pageFormat.getPageHeight() - element.getY() - getOffsetY();
    return new Rectangle(left, top - element.getHeight(), left + element.getWidth(), top);
  }
}
