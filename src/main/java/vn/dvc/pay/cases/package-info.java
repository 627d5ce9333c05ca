/**
 * Decisions for people: evidence, proposal, second person.
 *
 * <p><b>Lock order</b>, kept by all modules to avoid deadlocks: first the owner of money (a
 * reversal, then the payment, then its refund or collection; or a registration), then the attempt,
 * its clarification, the case, and last the end of the audit trail. A transaction that holds one of
 * these locks may take later ones but never earlier ones. Therefore, before a case is decided, its
 * owners lock what they need ({@link vn.dvc.pay.cases.CaseUpForDecision}).
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "cases",
    allowedDependencies = {"engine", "keys", "time", "values", "engine :: signin"})
package vn.dvc.pay.cases;

import org.jspecify.annotations.NullMarked;
