/** Dossiers in the portal's API: registration and status queries. */
@NullMarked
package vn.dvc.pay.web.api.dossier;

import org.jspecify.annotations.NullMarked;
