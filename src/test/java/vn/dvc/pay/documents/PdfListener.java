package vn.dvc.pay.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** Reads a document as a screen reader does: its tags in their order, and nothing without one. */
public final class PdfListener {
  private final Map<PDPage, Map<Integer, String>> drawn = new HashMap<>();
  private final StringBuilder heard = new StringBuilder();

  private PdfListener() {}

  /** A line for each tag, indented by its depth, followed by what is read aloud. */
  public static String hear(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      var listener = new PdfListener();
      listener.look(document);
      listener.listen(document.getDocumentCatalog().getStructureTreeRoot(), "");
      return listener.heard.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void look(PDDocument document) throws IOException {
    for (var page : document.getPages()) {
      var found = new HashMap<Integer, String>();
      var extractor = new PDFMarkedContentExtractor();
      extractor.setSuppressDuplicateOverlappingText(false);
      extractor.processPage(page);
      for (var content : extractor.getMarkedContents()) {
        found.put(content.getMCID(), letters(content.getContents()));
      }
      drawn.put(page, found);
    }
  }

  private static String letters(List<Object> contents) {
    return contents.stream()
        .filter(TextPosition.class::isInstance)
        .map(letter -> ((TextPosition) letter).getUnicode())
        .collect(Collectors.joining());
  }

  private void listen(PDStructureNode node, String indent) {
    for (var kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        heard.append(indent).append(element.getStructureType());
        heard.append(attributes(element)).append(spoken(element)).append('\n');
        listen(element, indent + "  ");
      }
    }
  }

  private static String attributes(PDStructureElement element) {
    var told = new StringBuilder();
    for (var at = 0; at < element.getAttributes().size(); at++) {
      told.append(attribute(element.getAttributes().getObject(at)));
    }
    return told + (element.getLanguage() == null ? "" : " (" + element.getLanguage() + ")");
  }

  private static String attribute(PDAttributeObject attribute) {
    var values = attribute.getCOSObject();
    var scope = values.getNameAsString("Scope");
    var span = values.getInt("ColSpan", 1);
    return (scope == null ? "" : " of " + scope) + (span == 1 ? "" : " spanning " + span);
  }

  private String spoken(PDStructureElement element) {
    if (element.getAlternateDescription() != null) {
      return " instead of a picture: " + element.getAlternateDescription();
    }
    var letters =
        element.getKids().stream()
            .filter(Integer.class::isInstance)
            .map(mark -> drawn.get(element.getPage()).getOrDefault(mark, ""))
            .collect(Collectors.joining());
    var instead = element.getActualText();
    if (instead != null && !bare(instead).equals(bare(letters))) {
      throw new AssertionError("Shown is " + letters + " but read " + instead);
    }
    var text = instead == null ? letters : instead;
    return text.isEmpty() ? "" : ": " + text;
  }

  private static String bare(String text) {
    return text.replaceAll("\\s+", "");
  }
}
