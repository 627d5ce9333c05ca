/** The processes of a registration: the messages sent to them and the steps they call. */
package vn.dvc.pay.registration.process;
