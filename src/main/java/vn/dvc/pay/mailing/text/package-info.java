/** What a message says. */
@NullMarked
package vn.dvc.pay.mailing.text;

import org.jspecify.annotations.NullMarked;
