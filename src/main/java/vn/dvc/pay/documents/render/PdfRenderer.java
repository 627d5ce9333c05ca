package vn.dvc.pay.documents.render;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TimeZone;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;
import org.springframework.stereotype.Component;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.documents.content.ReportData;
import vn.dvc.pay.time.VietnamTime;

/** Renders report data with a template as PDF/A-2a, for archives, and PDF/UA-1, for all readers. */
@Component
class PdfRenderer {
  private static final TimeZone VIETNAM = TimeZone.getTimeZone(VietnamTime.ZONE);

  private final DocumentFont font;

  PdfRenderer(DocumentFont font) {
    this.font = font;
  }

  byte[] print(ReportTemplate template, DocumentLanguage language, ReportData sheet) {
    var loader = Thread.currentThread().getContextClassLoader();
    // On threads of the JDK's own pools the library would not find fonts and styles.
    Thread.currentThread().setContextClassLoader(PdfRenderer.class.getClassLoader());
    try {
      return export(fill(template, language, sheet), template.title(language), language);
    } catch (JRException | JRRuntimeException wrong) {
      throw new IllegalStateException("Rendering failed: " + template.nameAndVersion(), wrong);
    } finally {
      Thread.currentThread().setContextClassLoader(loader);
    }
  }

  private JasperPrint fill(ReportTemplate template, DocumentLanguage language, ReportData sheet)
      throws JRException {
    var parameters = printable(sheet.parameters());
    parameters.put("template", template.nameAndVersion());
    parameters.put(JRParameter.REPORT_LOCALE, language.locale());
    parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, language.texts());
    parameters.put(JRParameter.REPORT_TIME_ZONE, VIETNAM);
    var rows = new ArrayList<Map<String, ?>>();
    sheet.rows().forEach(row -> rows.add(printable(row)));
    return JasperFillManager.fillReport(
        template.report(), parameters, new JRMapCollectionDataSource(rows));
  }

  private Map<String, Object> printable(Map<String, ?> values) {
    var printable = new HashMap<String, Object>(values);
    printable.replaceAll(
        (name, value) -> value instanceof String text ? font.printed(text) : value);
    return printable;
  }

  private static byte[] export(JasperPrint print, String title, DocumentLanguage language)
      throws JRException {
    var pdf = new ByteArrayOutputStream();
    var settings = new SimplePdfExporterConfiguration();
    settings.setPdfaConformance(PdfaConformanceEnum.PDFA_2A);
    settings.setIccProfilePath("colours/sRGB.icc");
    settings.setTagged(true);
    settings.setTagLanguage(language.tag());
    settings.setMetadataTitle(title);
    settings.setDisplayMetadataTitle(true);
    settings.setCompressed(true);
    var exporter = new AccessiblePdfExporter(print.getPages().size());
    exporter.setExporterInput(new SimpleExporterInput(print));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(pdf));
    exporter.setConfiguration(settings);
    exporter.exportReport();
    return pdf.toByteArray();
  }
}
