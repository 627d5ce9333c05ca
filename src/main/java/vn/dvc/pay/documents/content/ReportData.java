package vn.dvc.pay.documents.content;

import java.util.List;
import java.util.Map;

/**
 * What a template is given: its parameters, and a row for each line of its table. Texts stand as
 * they are to be printed, so that a template need not know how amounts or dates are written.
 */
public record ReportData(Map<String, Object> parameters, List<Map<String, ?>> rows) {}
