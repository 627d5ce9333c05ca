/** How dossiers, their fees and their reservations are stored and locked. */
@NullMarked
package vn.dvc.pay.dossier.record;

import org.jspecify.annotations.NullMarked;
