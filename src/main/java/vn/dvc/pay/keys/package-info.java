/** Our signing key, which signs all messages to banks and to the portal. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    displayName = "keys",
    allowedDependencies = {"values"})
package vn.dvc.pay.keys;

import org.jspecify.annotations.NullMarked;
