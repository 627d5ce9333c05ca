/** The portal's JSON API, as specified in {@code contracts/portal-v1.yaml}. */
package vn.dvc.pay.web.api;
