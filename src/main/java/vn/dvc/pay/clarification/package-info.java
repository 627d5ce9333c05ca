/** Outcomes in doubt: the bank is asked until its word is final, and at last two persons decide. */
@org.springframework.modulith.ApplicationModule(
    displayName = "clarification",
    allowedDependencies = {"cases", "bank", "engine", "time", "values"})
package vn.dvc.pay.clarification;
