/** The operators' pages: cases, payments, reconciliation, stuck steps, the audit trail. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "operations",
    allowedDependencies = {
      "payment",
      "reconciliation",
      "registration",
      "dossier",
      "notification",
      "mailing",
      "cases",
      "bank",
      "portal",
      "documents",
      "engine",
      "engine :: migration",
      "engine :: rehearsal",
      "engine :: release",
      "time",
      "values",
      "engine :: watch"
    })
package vn.dvc.pay.operations;

import org.jspecify.annotations.NullMarked;
