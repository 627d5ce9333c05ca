/** Banks: what we ask of them, how it is sent, what their answers mean. */
@org.springframework.modulith.ApplicationModule(
    displayName = "bank",
    allowedDependencies = {"engine", "time", "keys", "values"})
package vn.dvc.pay.bank;
