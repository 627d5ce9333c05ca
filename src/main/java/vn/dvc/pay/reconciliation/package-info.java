/** Compares the banks' end-of-day statements with our records, line by line. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "reconciliation",
    allowedDependencies = {
      "payment",
      "cases",
      "bank",
      "documents",
      "engine",
      "time",
      "values",
      "engine :: watch"
    })
package vn.dvc.pay.reconciliation;

import org.jspecify.annotations.NullMarked;
