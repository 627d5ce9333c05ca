-- As many finished payments by card as asked for, with everything that each leaves behind in our
-- tables, spread over the past by one a minute: psql -v payments=1000000 -f finished-payments.sql
-- One payer in a thousand; codes, numbers and references of their own, so that it can be run once
-- beside real payments. Each table is analysed before rows refer to it: a connection that has
-- checked references while it was small goes on reading it from end to end.
insert into dossier (code, procedure_name, authority, payer_kind, payer_id, payer_name, amount,
  state, paid_by, receipt, created_at)
select '000.00.00.G' || lpad((n / 100000)::text, 2, '0') || '-200101-' || lpad((n % 100000)::text, 6, '0'),
  'Cấp giấy phép xây dựng', 'Sở Xây dựng', 'INDIVIDUAL', lpad((n % 1000)::text, 12, '0'),
  'NGUYEN VAN A', 100000, 'PAID', 'P' || lpad(upper(to_hex(n)), 32, '0'),
  'GR-' || lpad(n::text, 12, '0'), now() - n * interval '1 minute'
from generate_series(1, :payments) n;

analyze dossier;

insert into dossier_fee (dossier, line, code, name, amount, beneficiary_bank, beneficiary_account,
  beneficiary_name)
select code, 0, 'LP', 'Lệ phí', amount, '970415', '118000012345', 'Thu phí'
from dossier where receipt like 'GR-%';

insert into receipt (number, dossier, payment, issued_at, check_code)
select receipt, code, paid_by, created_at, substr(md5(receipt), 1, 12) from dossier where receipt like 'GR-%';

insert into payment (id, version, payer_kind, payer_id, payer_name, payment_method, amount, status,
  policy_source, created_at, window_ends_at, finished_at, bank, attempt_ref, money_moving,
  card_entries_left, otp_seconds, otp_tries, otp_tries_left, otp_resends_left, otp_resend_pause)
select paid_by, 9, payer_kind, payer_id, payer_name, 'CARD', amount, 'PAID', 'payment-policy:1',
  created_at, created_at + interval '30 minutes', created_at + interval '1 minute', '970415',
  md5('attempt' || paid_by)::uuid, false, 3, 300, 3, 3, 3, 60
from dossier where receipt like 'GR-%';

analyze payment;

insert into payment_line (payment, line_no, dossier, fee, amount, beneficiary_bank,
  beneficiary_account, beneficiary_name)
select paid_by, 0, code, 'LP', amount, '970415', '118000012345', 'Thu phí'
from dossier where receipt like 'GR-%';

insert into payment_event (payment, status, reached_at)
select paid_by, status, created_at + second * interval '1 second'
from dossier, (values ('CREATED', 0), ('WAITING_FOR_CARD', 1), ('PROCESSING', 20),
  ('WAITING_FOR_OTP', 22), ('PROCESSING', 50), ('PAID', 52)) reached (status, second)
where receipt like 'GR-%';

insert into attempt (attempt_ref, subject, bank, amount, currency, state, version, bank_ref, last4,
  opened_at)
select attempt_ref, id, bank, amount, 'VND', 'DEBITED', 3, 'B' || id, '0011', created_at
from payment where policy_source = 'payment-policy:1' and attempt_ref = md5('attempt' || id)::uuid;

analyze attempt;

insert into bank_call (call_ref, attempt_ref, operation, seq, state, version, attempt_was,
  prepared_at, valid_until, body, executions, sent_at, answered_at, answer)
select md5(operation || subject)::uuid, attempt_ref, operation, 1, 'APPROVED', 2, was, opened_at,
  opened_at + interval '30 seconds', '{}', 1, opened_at, opened_at, '{}'
from attempt, (values ('AUTHORISE', 'CREATED'), ('OTP', 'PENDING_OTP'), ('CAPTURE', 'AUTHORISED'))
  asked (operation, was)
where bank_ref = 'B' || subject;

insert into statement (id, bank, on_day, sha256, content, state, fetched_at, imported_at)
select md5('statement' || opened_at::date)::uuid, '970415', opened_at::date,
  md5('a' || opened_at::date) || md5('b' || opened_at::date), '\x00', 'IMPORTED', min(opened_at), min(opened_at)
from attempt where bank_ref = 'B' || subject group by opened_at::date;

analyze statement;

insert into statement_line (statement, line_no, account, entry_ref, bank_ref, reference, amount,
  credit, takes_back, booked_at, transfer_text, line_class, payment)
select md5('statement' || opened_at::date)::uuid,
  row_number() over (partition by opened_at::date order by opened_at), '118000012345',
  replace(attempt_ref::text, '-', ''), bank_ref, replace(attempt_ref::text, '-', ''), amount, true, false, opened_at,
  'NOP LE PHI', 'MATCHED', subject
from attempt where bank_ref = 'B' || subject;

insert into outbox (event_id, event_type, subject, body, happened_at, attempts, delivered_at)
select md5(type || code)::uuid, type, code, repeat('x', 300), created_at, 1, created_at
from dossier, (values ('dossier.paid'), ('payment.finished')) told (type)
where receipt like 'GR-%';

insert into bank_message (id, bank, kind, reference, body_sha256, body, received_at,
  next_publish_at, handled_at)
select md5('message' || paid_by)::uuid, '970415', 'NOTICE', paid_by, repeat('0', 64), '{}',
  created_at, created_at, created_at
from dossier where receipt like 'GR-%';

insert into api_idempotency (actor, request_key, body_sha256, started, created_at)
select 'portal', paid_by, repeat('0', 64), paid_by, created_at
from dossier where receipt like 'GR-%';

insert into document (id, subject, kind, language, template, sha256, bytes, rendered_at)
select md5('document' || paid_by)::uuid, paid_by, 'PAYMENT_CONFIRMATION', 'VIETNAMESE', 'payment-confirmation',
  repeat('0', 64), decode(repeat('00', 100), 'hex'), created_at
from dossier where receipt like 'GR-%';

analyze;
