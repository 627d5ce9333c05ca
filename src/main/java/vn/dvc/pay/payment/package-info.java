/** Payments of dossiers: by card, by account, at the counter. */
@org.springframework.modulith.ApplicationModule(
    displayName = "payment",
    allowedDependencies = {
      "dossier",
      "registration",
      "cases",
      "bank",
      "documents",
      "engine",
      "values"
    })
package vn.dvc.pay.payment;
