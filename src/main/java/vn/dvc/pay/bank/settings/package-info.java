/**
 * The banks that we call, and what holds for all of them: time limits, how long a request is valid.
 */
@NullMarked
package vn.dvc.pay.bank.settings;

import org.jspecify.annotations.NullMarked;
