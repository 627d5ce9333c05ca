/** The payer's pages and the JSON API of the portal. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "web",
    allowedDependencies = {
      "mailing",
      "payment",
      "registration",
      "dossier",
      "notification",
      "bank",
      "bank::tls",
      "portal",
      "documents",
      "engine",
      "database",
      "http",
      "time",
      "tracing",
      "keys",
      "values",
      "engine :: watch",
      "engine :: signin",
      "bank :: notices"
    })
package vn.dvc.pay.web;

import org.jspecify.annotations.NullMarked;
