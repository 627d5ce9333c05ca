/** Where registrations are kept: their rows, the locks, and every legal change of status. */
package vn.dvc.pay.registration.record;
