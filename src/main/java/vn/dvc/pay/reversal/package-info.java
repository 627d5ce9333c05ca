/** Returns money to whom it came from. */
@org.springframework.modulith.ApplicationModule(
    displayName = "reversal",
    allowedDependencies = {"clarification", "cases", "bank", "engine", "time", "values"})
package vn.dvc.pay.reversal;
