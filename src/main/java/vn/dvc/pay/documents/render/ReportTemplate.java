package vn.dvc.pay.documents.render;

import net.sf.jasperreports.engine.JasperReport;

/**
 * A compiled template.
 *
 * @param version says exactly which text of its file, and of the styles it shares, this is
 */
record ReportTemplate(String name, String version, JasperReport report) {

  /** As it is kept with the paper and printed at its foot. */
  String nameAndVersion() {
    return name + "@" + version;
  }
}
