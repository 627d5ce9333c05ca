/** DVC Pay: payments of public-service fees, one package per room. */
@NullMarked
package vn.dvc.pay;

import org.jspecify.annotations.NullMarked;
