/** Registrations in the portal's API. */
@NullMarked
package vn.dvc.pay.web.api.registration;

import org.jspecify.annotations.NullMarked;
