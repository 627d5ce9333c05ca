/** The payers' registered accounts and the mandates to debit them. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "registration",
    allowedDependencies = {
      "dossier",
      "clarification",
      "notification",
      "cases",
      "bank",
      "portal",
      "documents",
      "engine",
      "limits",
      "time",
      "values",
      "bank :: notices"
    })
package vn.dvc.pay.registration;

import org.jspecify.annotations.NullMarked;
