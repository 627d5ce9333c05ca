/**
 * What a person must decide: evidence, decision, second person.
 *
 * <p><b>The order of locks</b>, kept by all rooms, so that no two transactions wait for each other:
 * the owner of money (a reversal, then the payment, then its refund or collection; a registration),
 * then the attempt, then its clarification, then the case, at last the end of the audit trail. Who
 * has one may take those behind it, never one before it. So whoever decides a case first has the
 * owners lock what they need ({@link vn.dvc.pay.cases.CaseUpForDecision}).
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "cases",
    allowedDependencies = {"engine", "time", "values"})
package vn.dvc.pay.cases;
