/** Where payers choose how they are told, and see what they were told. */
@NullMarked
package vn.dvc.pay.web.pages.notices;

import org.jspecify.annotations.NullMarked;
