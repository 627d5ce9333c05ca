/** Dossiers, as the portal registers them and asks about them. */
package vn.dvc.pay.web.api.dossier;
