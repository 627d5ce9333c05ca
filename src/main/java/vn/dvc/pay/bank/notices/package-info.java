/** What banks tell us by themselves, once it is stored and believed. */
@NamedInterface("notices")
@NullMarked
package vn.dvc.pay.bank.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
