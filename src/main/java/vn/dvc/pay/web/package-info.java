/** The payer\x27s pages and the JSON API of the portal. */
@org.springframework.modulith.ApplicationModule(
    displayName = "web",
    allowedDependencies = {"payment", "dossier", "bank", "portal", "engine", "keys", "values"})
package vn.dvc.pay.web;
