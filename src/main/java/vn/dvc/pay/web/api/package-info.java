/** The portal's JSON API, by the contract {@code contracts/portal-v1.yaml}. */
package vn.dvc.pay.web.api;
