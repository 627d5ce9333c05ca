package vn.dvc.pay.cases;

import java.util.List;

/**
 * A kind of case and the words by which it may be decided, in the order in which they are offered.
 * The room that opens such cases contributes it as a bean; its texts stand in the resource files
 * under {@code case.kind.<name>} and {@code case.decision.<word>}.
 */
public record CaseKind(String name, List<String> decisions) {}
