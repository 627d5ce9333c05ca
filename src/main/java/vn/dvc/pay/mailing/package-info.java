/** Messages to people who asked for them, by e-mail and SMS. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "mailing",
    allowedDependencies = {
      "payment",
      "registration",
      "dossier",
      "notification",
      "engine",
      "http",
      "time",
      "values"
    })
package vn.dvc.pay.mailing;

import org.jspecify.annotations.NullMarked;
