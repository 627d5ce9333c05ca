// What makes the payer's pages quicker and safer where JavaScript is there; all of them work
// without it. Most of all it seals card and OTP to the bank's key, so that they never leave the
// browser in clear. The field rules are those of the package values.card and of CleanText.java; the table
// of examples card-fields.csv tests both.
(() => {
  'use strict';

  // Text in its one spelling: composed, one blank for white space, nothing invisible, look-alikes folded.
  const clean = typed => typed.normalize('NFC')
    .replace(/[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff]/g, '')
    .replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u00d0\u0189]/g, 'Đ')
    .replace(/[\u2018\u2019\u201b\u02bc\u00b4]/g, "'")
    .replace(/[\u2010\u2011\u2212\ufe63]/g, '-')
    .replace(/[\s\u0085]+/g, ' ').trim();
  const withoutGroups = typed => clean(typed).replace(/[\p{Pd}\s.]/gu, '');
  const withoutStroke = {Đ: 'D', Ɖ: 'D', Ɗ: 'D', Ƀ: 'B', Ɓ: 'B', Ħ: 'H', Ł: 'L', Ŋ: 'N', Ø: 'O', Ŧ: 'T', Æ: 'AE',
    Œ: 'OE', Þ: 'TH', Ð: 'D'};
  const plainLetters = typed => clean(typed).normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase()
    .replace(/./gu, letter => withoutStroke[letter] || letter);

  const rules = {
    number(typed, input) {
      const digits = withoutGroups(typed);
      const lengths = input.dataset.lengths.split(',').map(Number);
      return /^[0-9]*$/.test(digits) && lengths.includes(digits.length) ? digits : null;
    },
    holder(typed) {
      const name = plainLetters(typed);
      return /^(?=.{2,26}$)[A-Z]+(?:(?:[ '/-]|\. ?|' )[A-Z]+)*\.?$/.test(name) ? name : null;
    },
    date(typed) {
      const parts = /^(?:(0?[1-9]|1[0-2])(?:\s?[/.\p{Pd}]\s?|\s)(?:20)?|(0[1-9]|1[0-2])(?:20)?)([0-9]{2})$/u.exec(clean(typed));
      return parts ? (parts[1] || parts[2]).padStart(2, '0') + '/' + parts[3] : null;
    },
    otp(typed) {
      const digits = withoutGroups(typed);
      return /^[0-9]{6}$/.test(digits) ? digits : null;
    },
  };

  // What may be right, but more likely is a slip that would cost an entry: see CardDoubt.java.
  const checks = number => [...number].reverse().reduce((sum, sign, i) =>
    sum + (i % 2 === 0 ? Number(sign) : Number(sign) * 2 - (sign > '4' ? 9 : 0)), 0) % 10 === 0;
  const doubts = {
    number: (number, input) =>
      [!checks(number) && 'number-check', !number.startsWith(input.dataset.bin) && 'number-bank'],
    date(date, input) {
      const month = '20' + date.slice(3) + '-' + date.slice(0, 2);
      return [input.dataset.kind === 'EXPIRY' && month < input.dataset.month && 'date-expired',
        input.dataset.kind === 'ISSUE' && month > input.dataset.month && 'date-future'];
    },
  };

  // Sealing: compact JWE, RSA-OAEP-256 and A256GCM.

  const utf8 = text => new TextEncoder().encode(text);
  const base64url = bytes =>
    btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  const importKey = jwk => crypto.subtle.importKey(
    'jwk', {kty: jwk.kty, n: jwk.n, e: jwk.e}, {name: 'RSA-OAEP', hash: 'SHA-256'}, false, ['encrypt']);

  async function seal(key, kid, content) {
    const head = base64url(utf8(JSON.stringify({alg: 'RSA-OAEP-256', enc: 'A256GCM', kid})));
    const secret = crypto.getRandomValues(new Uint8Array(32));
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const once = await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt']);
    const wrapped = await crypto.subtle.encrypt({name: 'RSA-OAEP'}, key, secret);
    const sealed = new Uint8Array(await crypto.subtle.encrypt(
      {name: 'AES-GCM', iv, additionalData: utf8(head), tagLength: 128}, once, utf8(JSON.stringify(content))));
    secret.fill(0);
    const tag = sealed.length - 16;
    return [head, base64url(wrapped), base64url(iv), base64url(sealed.slice(0, tag)), base64url(sealed.slice(tag))]
      .join('.');
  }

  // A field without a name is never submitted; the names come back only where sealing cannot be done.
  // Then our server seals in the browser's place, and the page does not promise more than that.
  function sealing(form) {
    if (!window.crypto || !crypto.subtle || !form.dataset.key) {
      return;
    }
    const jwk = JSON.parse(form.dataset.key);
    const inputs = [...form.querySelectorAll('[data-seal]')];
    const promise = form.querySelector('[data-sealed-text]');
    const atServer = promise ? promise.textContent : '';
    const failed = form.querySelector('[data-seal-failed]');
    const say = text => { if (promise) { promise.textContent = text; } };
    const unsealed = () => {
      inputs.forEach(input => { input.name = input.dataset.seal; });
      say(atServer);
      return null;
    };
    inputs.forEach(input => input.removeAttribute('name'));
    let ready = importKey(jwk).then(key => {
      say(promise ? promise.dataset.sealedText : '');
      return key;
    }).catch(unsealed);
    const button = form.querySelector('[type=submit]');
    let sending = false;
    form.addEventListener('submit', async event => {
      event.preventDefault();
      if (sending) {
        return;
      }
      sending = true;
      failed.hidden = true;
      const content = check(form, inputs);
      if (!content || asks(form, inputs, content)) {
        sending = false;
        return;
      }
      kept.put(form, content);
      button.disabled = true;
      try {
        const key = await ready;
        if (key) {
          content.payment = form.dataset.payment;
          content.challenge = form.dataset.challenge;
          const hidden = document.createElement('input');
          hidden.type = 'hidden';
          hidden.name = form.dataset.sealInto;
          hidden.value = await seal(key, jwk.kid, content);
          form.append(hidden);
          inputs.forEach(input => { input.value = ''; });
        }
        form.submit();
      } catch (broken) {
        // Nothing was sent. The page says so, and that the next try goes through our server.
        ready = Promise.resolve(unsealed());
        failed.hidden = false;
        sending = false;
        button.disabled = false;
        button.focus();
      }
    });
    inputs.forEach(input => input.addEventListener('change', () => tidy(input)));
    inputs.filter(input => input.dataset.banks).forEach(issuer);
    kept.fill(form);
  }

  // Asks once about what looks like a slip; who sends the same again means it. True if it asked.
  function asks(form, inputs, content) {
    const box = form.querySelector('[data-doubts]');
    if (!box) {
      return false;
    }
    const asked = asking.get(form) || new Set();
    asking.set(form, asked);
    const found = inputs.flatMap(input => {
      const value = content[input.dataset.seal];
      return (doubts[input.dataset.seal] || (() => []))(value, input).filter(Boolean).map(word => ({word, of: word + value}));
    });
    const fresh = found.filter(doubt => !asked.has(doubt.of));
    fresh.forEach(doubt => asked.add(doubt.of));
    box.querySelectorAll('[data-doubt]').forEach(item => {
      item.hidden = !fresh.some(doubt => doubt.word === item.dataset.doubt);
    });
    box.querySelector('[name=confirmed]').value = found.map(doubt => doubt.word).join(' ');
    box.hidden = fresh.length === 0;
    if (!box.hidden) {
      box.focus();
    }
    return !box.hidden;
  }
  const asking = new WeakMap();

  // The bank whose cards begin like this, as soon as that can be seen.
  function issuer(input) {
    const place = document.querySelector('[data-card-from]');
    const banks = JSON.parse(input.dataset.banks);
    input.addEventListener('input', () => {
      const name = banks[withoutGroups(input.value).slice(0, 6)];
      place.textContent = name ? input.dataset.from.replace('{0}', name) : '';
      place.hidden = !name;
    });
  }

  // Holder and date, which a payer whose card was declined need not type again. They stay in this tab, and only
  // until the card was taken or another page is opened; the number is never kept.
  const kept = {
    name: 'card',
    put(form, content) {
      if (content.holder) {
        const {holder, date} = content;
        sessionStorage.setItem(this.name, JSON.stringify({holder, date, of: this.of(form)}));
      }
    },
    fill(form) {
      const before = JSON.parse(sessionStorage.getItem(this.name) || '{}');
      if (before.of === this.of(form)) {
        for (const input of form.querySelectorAll('[data-seal]')) {
          input.value = input.value || before[input.dataset.seal] || '';
        }
      }
    },
    of: form => form.dataset.payment + form.elements.bank?.value,
    forget() {
      if (!document.querySelector('main[data-poll], form[data-seal-into=sealedCard]')) {
        sessionStorage.removeItem(this.name);
      }
    },
  };

  function tidy(input) {
    const good = rules[input.dataset.seal](input.value, input);
    if (good !== null) {
      input.value = input.dataset.seal === 'number' ? good.replace(/(.{4})(?=.)/g, '$1 ') : good;
    }
  }

  // The errors of a form, shown as the server shows them; null where there are some.
  function check(form, inputs) {
    const content = {};
    const wrong = [];
    for (const input of inputs) {
      const good = rules[input.dataset.seal](input.value, input);
      content[input.dataset.seal] = good;
      mark(input, good === null, wrong);
    }
    for (const input of form.querySelectorAll('[data-must]')) {
      mark(input, !input.checked, wrong);
    }
    const summary = document.querySelector('[data-summary]');
    const title = document.title.replace(summary.dataset.mark + ' ', '');
    document.title = wrong.length > 0 ? summary.dataset.mark + ' ' + title : title;
    summary.querySelector('ul').replaceChildren(...wrong.map(input => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = '#' + input.id;
      link.textContent = input.dataset.said;
      item.append(link);
      return item;
    }));
    summary.hidden = wrong.length === 0;
    if (wrong.length > 0) {
      summary.focus();
      return null;
    }
    return content;
  }

  function mark(input, isWrong, wrong) {
    const {error, errorDigits} = input.dataset;
    input.dataset.said = errorDigits && /\d\D?\d\D?\d/.test(input.value) ? errorDigits : error;
    const line = document.querySelector('[data-error-for="' + input.id + '"]');
    line.textContent = isWrong ? input.dataset.said : '';
    line.hidden = !isWrong;
    input.toggleAttribute('aria-invalid', isWrong);
    if (isWrong) {
      input.setAttribute('aria-invalid', 'true');
      wrong.push(input);
    }
    input.closest('.field').classList.toggle('wrong', isWrong);
  }

  // A form that is on its way is not sent twice; where the way was cut, it may be after a while.
  function once(form) {
    let sent = false;
    form.addEventListener('submit', event => {
      if (sent) {
        event.preventDefault();
        return;
      }
      sent = true;
      setTimeout(() => { sent = false; }, 10000);
    });
  }

  function sum(form) {
    const shown = form.querySelector('[data-sum-shown]');
    if (!shown) {
      return;
    }
    const add = () => {
      const chosen = [...form.querySelectorAll('input[name=dossier]:checked, input[name=dossier][type=hidden]')];
      const dong = chosen.reduce((total, box) => total + Number(box.dataset.dong), 0);
      const money = String(dong).replace(/\B(?=(\d{3})+$)/g, '.') + '\u00a0đ';
      const most = Number(form.dataset.sumMost);
      shown.textContent = chosen.length === 0 ? ''
        : chosen.length > most ? form.dataset.sumTooMany.replace('{0}', chosen.length).replace('{1}', most)
          : form.dataset.sumText.replace('{0}', chosen.length).replace('{1}', money);
    };
    form.addEventListener('change', add);
    add();
  }

  // Copying needs the script, so the buttons show only with it.
  function copy(button) {
    const label = button.textContent;
    button.parentElement.hidden = !navigator.clipboard;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.done;
      button.setAttribute('aria-live', 'polite');
      timers.push(setTimeout(() => { button.textContent = label; }, 3000));
    });
  }

  // Counts by the time that passed, not by the payer's clock, which may be wrong.
  function countDown(seconds, show, done) {
    const end = performance.now() + seconds * 1000;
    const tick = () => {
      const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      show(Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0'));
      if (left === 0) {
        done();
      } else {
        timers.push(setTimeout(tick, 500));
      }
    };
    tick();
  }

  function validity(place) {
    countDown(Number(place.dataset.countdown),
      left => { place.textContent = place.dataset.text.replace('{0}', left); },
      () => timers.push(setTimeout(renew, 1000)));
  }

  function enableLater(button) {
    const seconds = Number(button.dataset.enableIn);
    const text = button.textContent;
    if (seconds > 0) {
      button.disabled = true;
      countDown(seconds,
        left => { button.textContent = button.dataset.text.replace('{0}', left); },
        () => { button.disabled = false; button.textContent = text; });
    }
  }

  // The payment as it is: asked for while waiting, and whenever the payer comes back to the tab.

  let timers = [];
  let next = 0;
  let isAsking = false;
  let again = false;

  async function ask() {
    again = true;
    if (isAsking) {
      return;
    }
    isAsking = true;
    while (again) {
      again = false;
      await look();
    }
    isAsking = false;
    askLater();
  }

  async function look() {
    const main = document.querySelector('main[data-status]');
    if (!main) {
      return;
    }
    try {
      const answer = await fetch(main.dataset.status, {headers: {Accept: 'application/json'}, redirect: 'manual'});
      if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
        location.reload();
      } else if (answer.ok && (await answer.json()).mark !== main.dataset.mark) {
        await renew();
      }
    } catch (offline) {
      // Ask again; the network may come back.
    }
  }

  function askLater() {
    const main = document.querySelector('main[data-poll]');
    clearTimeout(next);
    if (main) {
      next = setTimeout(ask, (live.isTold() ? 30 : Number(main.dataset.poll)) * 1000);
    }
  }

  // The server's word that something changed; then the page asks. It asks by itself, and often, where no such word
  // comes: without EventSource, refused, or kept back by a proxy. Nobody listens for a tab that is not looked at.
  const live = {
    source: null,
    of: null,
    heard: -Infinity,
    changed: -Infinity,

    // What follows a change may follow at once, and not all of it is told.
    isTold() {
      const now = performance.now();
      return now - this.heard < 25000 && now - this.changed > 10000;
    },
    listen() {
      const main = document.querySelector('main[data-poll][data-events]');
      const wanted = main && !document.hidden && window.EventSource ? main.dataset.events : null;
      if (wanted === this.of) {
        return;
      }
      this.source?.close();
      this.of = wanted;
      this.heard = -Infinity;
      if (wanted) {
        this.source = new EventSource(wanted);
        this.source.addEventListener('alive', () => this.hear());
        this.source.addEventListener('changed', () => {
          this.changed = performance.now();
          this.hear();
          ask();
        });
        this.source.onerror = () => {
          this.heard = -Infinity;
          askLater();
        };
      }
    },
    // What happened before somebody listened was not told.
    hear() {
      const first = this.heard === -Infinity;
      this.heard = performance.now();
      if (first) {
        ask();
      }
    },
  };

  async function renew() {
    const old = document.querySelector('main[data-page]');
    try {
      const answer = await fetch(old.dataset.page, {headers: {Accept: 'text/html'}});
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const main = fresh.querySelector('main[data-page]');
      if (!answer.ok || !main) {
        location.reload();
        return;
      }
      timers.forEach(clearTimeout);
      timers = [];
      document.title = fresh.title;
      old.replaceWith(main);
      history.replaceState(null, '', main.dataset.page);
      enhance();
      main.querySelector('h1').focus();
    } catch (offline) {
      // The mark is still the old one, so it is asked for again.
    }
  }

  // A registration that is being filled in is kept whenever a field was filled in.

  function keeping(form) {
    const said = form.querySelector('[data-kept]');
    form.addEventListener('change', async () => {
      try {
        const answer = await fetch(form.dataset.keep,
          {method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual', keepalive: true});
        said.textContent = answer.status === 204 ? said.dataset.text : '';
      } catch (offline) {
        said.textContent = '';
      }
    });
  }

  function enhance() {
    document.querySelectorAll('form[data-keep]').forEach(keeping);
    document.querySelectorAll('form[data-seal-into]').forEach(sealing);
    document.querySelectorAll('form[data-once]').forEach(once);
    document.querySelectorAll('form[data-sum]').forEach(sum);
    document.querySelectorAll('[data-copy]').forEach(copy);
    document.querySelectorAll('[data-countdown]').forEach(validity);
    document.querySelectorAll('[data-enable-in]').forEach(enableLater);
    kept.forget();
    document.dispatchEvent(new Event('renewed'));
    live.listen();
    askLater();
    const summary = document.querySelector('.error-summary:not([hidden])');
    if (summary) {
      summary.focus();
    }
  }

  // Without a connection nothing is sent and what was typed stays. Some browsers only believe that they are offline:
  // who sends once more is not held back.
  function offline(place) {
    let held = false;
    const show = () => { place.hidden = navigator.onLine; };
    document.addEventListener('submit', event => {
      if (!navigator.onLine && !held) {
        held = true;
        event.preventDefault();
        event.stopImmediatePropagation();
        show();
      }
    }, true);
    window.addEventListener('offline', show);
    window.addEventListener('online', () => {
      held = false;
      show();
      ask();
    });
  }
  document.querySelectorAll('[data-offline]').forEach(offline);

  document.addEventListener('visibilitychange', () => {
    live.listen();
    if (!document.hidden) {
      ask();
    }
  });
  window.addEventListener('pageshow', event => {
    if (event.persisted) {
      location.reload();
    }
  });
  enhance();
})();
