/** Payments of dossiers: by card, by account, at the counter. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "payment",
    allowedDependencies = {
      "registration",
      "dossier",
      "reversal",
      "clarification",
      "notification",
      "cases",
      "bank",
      "documents",
      "engine",
      "keys",
      "limits",
      "time",
      "values",
      "bank :: notices"
    })
package vn.dvc.pay.payment;

import org.jspecify.annotations.NullMarked;
