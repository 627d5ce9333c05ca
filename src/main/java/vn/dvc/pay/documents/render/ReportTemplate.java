package vn.dvc.pay.documents.render;

import net.sf.jasperreports.engine.JasperReport;
import vn.dvc.pay.documents.DocumentLanguage;

/**
 * A compiled template.
 *
 * @param version identifies the exact text of its file and of the styles and texts it shares
 */
record ReportTemplate(String name, String version, JasperReport report) {

  /** What a reader's window says; a paper for staff is in Vietnamese only. */
  String title(DocumentLanguage language) {
    var key = "name." + name;
    return language.texts().containsKey(key) ? language.text(key) : report.getName();
  }

  /** As stored with the document and printed in its footer. */
  String nameAndVersion() {
    return name + "@" + version;
  }
}
