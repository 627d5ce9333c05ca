package vn.dvc.pay.notification.delivery;

import java.util.UUID;

/**
 * The portal did not take an event for days; a person must see to it. Published inside the
 * transaction that gives the event up; a listener that fails undoes it.
 */
public record OutboxGaveUp(UUID eventId, String type) {}
