// A box above the list of tasks that finds one by what is on the paper (its short number, or what a scanner
// reads from its QR code) or by the payer. A single task opens here; several are listed on the page of the
// bank's work. Beside it, the way to the handbooks.
const english = navigator.language.startsWith('en');
const LABEL = english ? 'Find by number, payer or QR code' : 'Tìm theo mã tra cứu, người nộp hoặc mã QR';
const BUTTON = english ? 'Find' : 'Tìm';

function box() {
  const form = document.createElement('form');
  form.className = 'dvc-find';
  form.action = '/operations/work/find';
  const input = document.createElement('input');
  input.type = 'search';
  input.name = 'q';
  input.required = true;
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.className = 'form-control';
  input.placeholder = english ? 'Number, payer, QR code' : 'Mã tra cứu, tên, mã QR';
  input.setAttribute('aria-label', LABEL);
  const button = document.createElement('button');
  button.className = 'btn btn-default';
  button.textContent = BUTTON;
  const handbook = document.createElement('a');
  handbook.href = '/operations/handbook';
  handbook.target = '_blank';
  handbook.className = 'btn btn-link';
  handbook.textContent = english ? 'Handbook' : 'Sổ tay';
  form.append(input, button, handbook);
  return form;
}

/** Tasklist draws its columns anew after each sign-in. */
function place() {
  const column = document.querySelector('.tasks-list > .content');
  if (column && !column.querySelector('.dvc-find')) {
    column.prepend(box());
  }
}

new MutationObserver(place).observe(document.body, {childList: true, subtree: true});
place();
