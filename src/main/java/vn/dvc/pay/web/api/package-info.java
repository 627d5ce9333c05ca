/** The portal's JSON API, as specified in {@code contracts/portal-v1.yaml}. */
@NullMarked
package vn.dvc.pay.web.api;

import org.jspecify.annotations.NullMarked;
