/** The banks' end-of-day statements against what we believe, line by line. */
@org.springframework.modulith.ApplicationModule(
    displayName = "reconciliation",
    allowedDependencies = {"payment", "cases", "bank", "documents", "engine", "time", "values"})
package vn.dvc.pay.reconciliation;
