/** Registrations in the portal's API. */
package vn.dvc.pay.web.api.registration;
