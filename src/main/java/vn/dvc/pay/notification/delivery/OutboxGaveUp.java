package vn.dvc.pay.notification.delivery;

import java.util.UUID;

/**
 * The portal did not accept an event for days, so a person must decide. Published inside the
 * transaction that gives the event up; if a listener fails, that is rolled back.
 */
public record OutboxGaveUp(UUID eventId, String type) {}
