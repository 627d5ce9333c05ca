/** Our signing key: what we send to banks and to the portal bears its signature. */
@org.springframework.modulith.ApplicationModule(
    displayName = "keys",
    allowedDependencies = {"values"})
package vn.dvc.pay.keys;
