/** Where operators work: cases, stuck steps, the audit trail. */
@org.springframework.modulith.ApplicationModule(
    displayName = "operations",
    allowedDependencies = {"payment", "dossier", "cases", "bank", "portal", "engine", "values"})
package vn.dvc.pay.operations;
