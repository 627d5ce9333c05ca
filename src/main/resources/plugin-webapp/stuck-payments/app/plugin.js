// What waits for an operator, as /operations says it; whoever is no operator sees nothing of it.
const facts = '/operations/cockpit';

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function link(text, address) {
  const made = element('a', text);
  made.href = address;
  return made;
}

function table(shown) {
  const made = document.createElement('table');
  made.className = 'cam-table';
  const head = made.createTHead().insertRow();
  shown.columns.forEach(title => head.append(element('th', title)));
  const body = made.createTBody();
  shown.rows.forEach(row => {
    const line = body.insertRow();
    line.insertCell().append(row.what);
    line.insertCell().append(row.page ? link(row.subject, row.page) : row.subject);
    line.insertCell().append(row.since);
    line.insertCell().append(row.why);
  });
  return made;
}

async function show(node) {
  const answer = await fetch(facts, {redirect: 'manual', headers: {Accept: 'application/json'}});
  if (!answer.ok) {
    return;
  }
  const shown = await answer.json();
  const section = document.createElement('section');
  section.className = 'stuck-payments';
  section.append(element('h3', shown.title));
  section.append(shown.rows.length ? table(shown) : element('p', shown.nothing));
  const more = document.createElement('p');
  shown.links.forEach(each => more.append(link(each.text, each.page), ' '));
  section.append(more);
  node.replaceChildren(section);
}

export default [{
  id: 'stuck-payments',
  pluginPoint: 'cockpit.dashboard',
  priority: 9,
  render: node => { show(node); },
  unmount: () => {}
}];
