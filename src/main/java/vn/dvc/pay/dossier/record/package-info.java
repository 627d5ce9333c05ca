/** How dossiers, their fees and their reservations are stored and locked. */
package vn.dvc.pay.dossier.record;
