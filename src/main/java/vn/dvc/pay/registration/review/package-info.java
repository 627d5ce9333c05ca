/** The review of a form that was handed in, by teller and officers. */
@NullMarked
package vn.dvc.pay.registration.review;

import org.jspecify.annotations.NullMarked;
