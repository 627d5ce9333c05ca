/** What an incoming request may cost before it is known who sent it. */
package vn.dvc.pay.web.limits;
