/** Accounts that payers registered, and the mandates to debit them. */
@org.springframework.modulith.ApplicationModule(
    displayName = "registration",
    allowedDependencies = {"dossier", "cases", "bank", "portal", "documents", "engine", "values"})
package vn.dvc.pay.registration;
