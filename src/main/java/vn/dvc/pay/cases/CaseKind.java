package vn.dvc.pay.cases;

import java.util.List;

/**
 * A kind of case and its possible decisions, in the order in which they are offered. Contributed as
 * a bean by the module that opens such cases; its texts are in the resource files under {@code
 * case.kind.<name>} and {@code case.decision.<word>}.
 */
public record CaseKind(String name, List<String> decisions) {}
