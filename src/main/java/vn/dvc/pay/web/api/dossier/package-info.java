/** Dossiers in the portal's API: registration and status queries. */
package vn.dvc.pay.web.api.dossier;
