package vn.dvc.pay.cases;

import java.util.Set;

/**
 * A kind of case and the words by which it may be decided. The room that opens such cases
 * contributes it as a bean; its texts stand in the resource files under {@code case.kind.<name>}
 * and {@code case.decision.<word>}.
 */
public record CaseKind(String name, Set<String> decisions) {}
