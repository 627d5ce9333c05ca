/**
 * Mutual TLS with the banks: beside the signatures, both ends prove by a certificate who they are.
 */
@NamedInterface("tls")
@NullMarked
package vn.dvc.pay.bank.tls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
