package vn.dvc.pay.documents.render;

import net.sf.jasperreports.engine.JasperReport;

/**
 * A compiled template.
 *
 * @param version identifies the exact text of its file and of the styles it shares
 */
record ReportTemplate(String name, String version, JasperReport report) {

  /** As stored with the document and printed in its footer. */
  String nameAndVersion() {
    return name + "@" + version;
  }
}
