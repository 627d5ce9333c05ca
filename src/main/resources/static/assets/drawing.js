// Draws processes with bpmn-js and marks where a payment has been and is, what a release adds, changes and removes,
// or how many processes are where. Without this, the page says the same as a list.
(() => {
  'use strict';

  const edge = 20;

  async function draw() {
    if (window.BpmnJS) {
      await Promise.allSettled([...document.querySelectorAll('[data-drawing]')].map(one));
    }
  }

  async function one(figure) {
    const answer = await fetch(figure.dataset.drawing);
    if (!answer.ok) {
      return;
    }
    figure.hidden = false;
    const place = figure.querySelector('.drawing');
    // Names of colours only: the page's tokens decide, by day and by night.
    const viewer = new BpmnJS({container: place, bpmnRenderer: {
      defaultFillColor: 'var(--paper)', defaultStrokeColor: 'var(--soft)', defaultLabelColor: 'var(--ink)'}});
    await viewer.importXML(await answer.text());
    const canvas = viewer.get('canvas');
    const shapes = viewer.get('elementRegistry');
    size(place, canvas);
    const svg = place.querySelector('.djs-container > svg');
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', figure.dataset.label);
    const mark = (ids, as) => (ids || '').split(' ').filter(id => shapes.get(id)).map(id => {
      canvas.addMarker(id, as);
      return shapes.get(id);
    });
    const been = mark(figure.dataset.been, 'been');
    const here = mark(figure.dataset.here, 'here');
    const added = mark(figure.dataset.added, 'added');
    const changed = mark(figure.dataset.changed, 'changed');
    const removed = mark(figure.dataset.removed, 'removed');
    const badge = (numbers, as, position) => (numbers || '').split(' ').map(each => each.split(':'))
      .filter(([id]) => shapes.get(id)).map(([id, number]) => {
        const html = document.createElement('span');
        html.className = 'badge ' + as;
        html.textContent = number;
        viewer.get('overlays').add(id, {position, html});
        canvas.addMarker(id, as);
        return shapes.get(id);
      });
    const counted = badge(figure.dataset.counts, 'counted', {bottom: 12, left: -10});
    const stuck = badge(figure.dataset.stuck, 'stuck', {top: -12, right: 14});
    const last = [...counted, ...stuck, ...removed, ...changed, ...added, ...been, ...here].pop();
    if (last) {
      const scrolled = place.querySelector('.djs-container');
      const box = canvas.getAbsoluteBBox(last);
      scrolled.scrollLeft = Math.max(0, box.x + box.width / 2 - scrolled.clientWidth / 2);
    }
  }

  // At its own size, so that names can be read; it scrolls in its own box, and the mark of bpmn.io stays in sight.
  function size(place, canvas) {
    canvas.zoom(1);
    const {x, y, inner} = canvas.viewbox();
    canvas.scroll({dx: x - inner.x + edge, dy: y - inner.y + edge});
    const svg = place.querySelector('.djs-container > svg');
    svg.style.width = inner.width + 2 * edge + 'px';
    svg.style.height = inner.height + 2 * edge + 'px';
    place.style.height = inner.height + 2 * edge + 60 + 'px';
  }

  // A payer's page says when it was shown anew, the first time as well; an operators' page is shown once.
  if (document.body.classList.contains('operations')) {
    draw();
  } else {
    document.addEventListener('renewed', draw);
  }
})();
