// Says at the form's field why a task is refused, where the server names the field. Tasklist itself says
// it only in a box at the window's edge. What the form finds itself is told in the reader's language.
const KNOWN = [
  [/^Field is required\.$/, 'Phải điền mục này.'],
  [/^Field must have maximum length of (\d+)\.$/, 'Dài quá: nhiều nhất $1 ký tự.'],
];
const english = navigator.language.startsWith('en');
const COMPLETION = /\/task\/[^/]+\/(submit-form|complete)$/;

const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, url, ...rest) {
  if (COMPLETION.test(url)) {
    document.querySelectorAll('.dvc-refusal').forEach(forget);
    this.addEventListener('load', () => this.status >= 400 && explain(this.responseText));
  }
  return open.call(this, method, url, ...rest);
};

function explain(answer) {
  const {field, message} = JSON.parse(answer);
  // Ids of a form's components are <form>_<field>.
  const input = field && document.querySelector(`.fjs-form [aria-describedby$="_${field}-error-message"]`);
  if (input) {
    say(input, message);
    dismiss(message);
  }
}

function say(input, message) {
  const refusal = document.createElement('div');
  refusal.className = 'fjs-form-field-error dvc-refusal';
  refusal.id = input.getAttribute('aria-describedby').split(' ').pop();
  refusal.setAttribute('role', 'alert');
  refusal.textContent = message;
  const field = input.closest('.fjs-form-field');
  field.append(refusal);
  field.addEventListener('input', () => forget(refusal), {once: true});
  input.setAttribute('aria-invalid', 'true');
  input.focus({preventScroll: true});
  field.scrollIntoView({block: 'center'});
}

function forget(refusal) {
  refusal.parentElement?.querySelector('[aria-invalid=true]')?.setAttribute('aria-invalid', 'false');
  refusal.remove();
}

/** Tasklist's box says the same a moment later. */
function dismiss(message) {
  const boxes = document.querySelector('.page-notifications');
  const watch = new MutationObserver(() => {
    const box = [...boxes.querySelectorAll('.alert')].find((it) => it.textContent.includes(message));
    if (box) {
      watch.disconnect();
      box.querySelector('[ng-click^="removeNotification"]').click();
    }
  });
  watch.observe(boxes, {childList: true, subtree: true, characterData: true});
  setTimeout(() => watch.disconnect(), 5000);
}

function translate() {
  document.querySelectorAll('.fjs-form .fjs-form-field-error li, .fjs-form .fjs-form-field-error').forEach((error) => {
    const text = error.children.length ? null : error.firstChild;
    const known = text && KNOWN.find(([english]) => english.test(text.data));
    if (known) {
      text.data = text.data.replace(...known);
    }
  });
}

if (!english) {
  new MutationObserver(translate).observe(document.body, {childList: true, subtree: true, characterData: true});
}
