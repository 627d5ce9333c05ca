/** What we tell the processes of a registration, and what they ask of us. */
package vn.dvc.pay.registration.process;
