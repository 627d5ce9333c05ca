/** When a bank's answer settles an attempt, and how answers after that are handled. */
@NullMarked
package vn.dvc.pay.clarification.finality;

import org.jspecify.annotations.NullMarked;
