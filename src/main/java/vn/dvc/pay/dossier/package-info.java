/** Dossiers, their fees and receipts, and the outbox to the portal. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "dossier",
    allowedDependencies = {"notification", "time", "values"})
package vn.dvc.pay.dossier;

import org.jspecify.annotations.NullMarked;
