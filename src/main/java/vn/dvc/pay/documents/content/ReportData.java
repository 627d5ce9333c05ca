package vn.dvc.pay.documents.content;

import java.util.List;
import java.util.Map;

/**
 * The input of a template: its parameters and a row for each line of its table. Texts are ready to
 * print, so that templates need not know how amounts or dates are written.
 */
public record ReportData(Map<String, Object> parameters, List<Map<String, ?>> rows) {}
