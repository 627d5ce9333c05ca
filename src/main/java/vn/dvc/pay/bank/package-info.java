/** Banks: what we ask of them, how it is sent, what their answers mean. */
@org.springframework.modulith.ApplicationModule(
    displayName = "bank",
    allowedDependencies = {"engine", "keys", "values"})
package vn.dvc.pay.bank;
