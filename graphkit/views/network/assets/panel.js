// The details: every relationship with each sentence that says it, who printed it when, and who says otherwise.
const chip = (i) => el('span', { class: `chip status ${STATUSES[i].name}` }, STATUSES[i].name);

const percent = (c) => `${Math.round(c * 100)} %`;

function factBox(f) {
  const fact = facts[f], article = articles[fact.r], outlet = OUTLETS[article.o];
  const details = (fact.d || []).map(([name, text]) => `${name}: ${text}`);
  if (fact.w) details.unshift(`“${fact.w}”`);
  return el('div', { class: 'fact' },
    el('blockquote', { dir: 'auto' }, fact.q || 'No sentence on record.'),
    details.length ? el('p', { class: 'soft' }, details.join(' · ')) : '',
    el('p', { class: 'meta' }, article.u ? link(article.u, outlet.n || 'source') : el('span', {}, outlet.n || 'unknown outlet'),
      outlet.o ? ' (official)' : '', article.p ? `, ${dayWords(article.p)}` : ', undated',
      ` · confidence ${percent(fact.c)} · `, STATUSES[fact.t].name,
      el('span', { class: 'soft', title: 'The rule that found it, and the key of the claim' }, ` · ${D.origins[fact.n] || ''} ${fact.k}`)),
    article.n ? el('p', { class: 'soft title' }, article.n) : '');
}

function lineBox(i, open) {
  const line = lines[i], left = seen.left.get(i) || line.f;
  const head = el('summary', {}, el('span', { class: 'what' }, sentence(line)),
    el('span', { class: 'meta' }, chip(line.t), line.l ? el('span', { class: 'chip' }, 'doubtful') : '', ' ', whenWords(line), ' · ', count(textsOf(line, left), 'text')));
  const body = [
    line.l ? el('p', { class: 'warn' }, `${D.low}.`) : '',
    TYPES[line.r].derived ? el('p', { class: 'soft' }, 'Computed from the sentences below; not counted beside what they say.') : '',
    line.d ? el('p', { class: 'soft' }, line.d.map(([name, text]) => `${name}: ${text}`).join(' · ')) : '',
    line.h ? el('p', { class: 'soft' }, `${line.h + 1} times`) : '',
    left.map(factBox),
    left.length < line.f.length ? el('p', { class: 'soft' }, `${count(line.f.length - left.length, 'sentence')} left out by the filters.`) : '',
    contraBox(line),
  ];
  const box = el('details', { class: 'line', open }, head);
  // A hub has thousands of sentences: each is made when it is looked at.
  const fill = () => { if (box.open && box.children.length === 1) box.append(...body.flat().filter(Boolean)); };
  box.addEventListener('toggle', fill);
  if (open) fill();
  return box;
}

function contraBox(line) {
  if (!line.x) return '';
  return el('div', { class: 'contra' }, el('h4', {}, [line, ...line.x.map((j) => lines[j])].some((each) => STATUSES[each.t].name === 'denied') ? 'Told otherwise' : 'Also told as'), el('ul', {}, line.x.map((j) => {
    const other = lines[j], outlets = [...new Set(other.f.map((f) => OUTLETS[articles[facts[f].r].o].n))].slice(0, 3).join(', ');
    return el('li', {}, chip(other.t), ` ${sentence(other)}, ${whenWords(other)} `, el('span', { class: 'soft' }, `(${outlets || 'unknown outlet'}) `), button('show', () => showLine(j), { class: 'link', 'aria-label': `Show: ${sentence(other)}` }));
  })));
}

// From a list to its stroke on the picture, or, when it is not drawn, to its sentences alone.
function showLine(i) {
  for (const bundle of seen.bundles.values()) if (bundle.lines.includes(i)) { selectBundle(bundle.id); return; }
  state.sel = state.line = '';
  $('panel').replaceChildren(el('h2', {}, sentence(lines[i])), el('p', { class: 'soft' }, 'Not drawn with the present filters.'), lineBox(i, true));
}

const LIST_MOST = 60;

function lineList(list, opened) {
  const box = el('div', { class: 'lines' });
  const more = (from) => {
    box.append(...list.slice(from, from + LIST_MOST).map((i, k) => lineBox(i, from + k < opened)));
    const left = list.length - from - LIST_MOST;
    if (left > 0) { const b = button(`Show ${number(Math.min(left, LIST_MOST))} more of ${number(left)}`, () => { b.remove(); more(from + LIST_MOST); }); box.append(b); }
  };
  more(0);
  return box;
}

const latestFirst = (a, b) => (lines[b].day < lines[a].day ? -1 : lines[b].day > lines[a].day ? 1 : a - b);

function nodePanel(i) {
  const node = nodes[i], kind = KINDS[node.t];
  const own = seen.passing.filter((j) => lines[j].s === i || lines[j].o === i);
  const stated = own.filter((j) => !lines[j].derived), derived = own.filter((j) => lines[j].derived);
  const groups = TYPES.map((type, t) => [type, stated.filter((j) => lines[j].r === t).sort(latestFirst)]).filter(([, list]) => list.length);
  const hiddenNear = [...(seen.near.get(i) || [])].filter((other) => !seen.nodes.has(other)).length;
  return [
    el('h2', {}, node.n),
    el('p', { class: 'soft' }, [kind.label, node.c && countryName(node.c) !== node.n ? countryName(node.c) : '', node.g ? 'a class of things' : '', node.p ? 'named by office only' : '', node.s ? `from ${dayWords(node.s)}` : '', node.e ? `until ${dayWords(node.e)}` : ''].filter(Boolean).join(' · ')),
    node.a && node.a.length ? el('p', { class: 'soft' }, `Also: ${cut(node.a.join(', '), 240)}`) : '',
    el('div', { class: 'row' },
      button(state.focus === node.k ? 'Leave focus' : 'Focus', () => (state.focus === node.k ? change((s) => { s.focus = ''; }) : focusOn(node.k))),
      button(hiddenNear && !state.expanded.includes(node.k) ? `Expand (${number(hiddenNear)})` : 'Collapse', () => expandOrCollapse(node.k)),
      button(state.pins[node.k] ? 'Unpin' : 'Pin', () => togglePin(node.k), { 'aria-pressed': String(Boolean(state.pins[node.k])) }),
      button('Hide', () => hideNode(node.k)),
      button('Path from here', () => startPath(node.k))),
    el('p', { class: 'total' }, el('strong', {}, count(stated.length, 'relationship')), ` with ${count(new Set(stated.flatMap((j) => [lines[j].s, lines[j].o])).size - (stated.length ? 1 : 0), 'other')}`),
    groups.map(([type, list], k) => [el('h3', {}, strokeOf(type.colour, [], ''), ` ${words(type.name)} `, el('span', { class: 'n' }, number(list.length))), lineList(list, k === 0 ? 1 : 0)]),
    derived.length ? [el('h3', {}, 'Computed, not counted ', el('span', { class: 'n' }, number(derived.length))), lineList(derived, 0)] : '',
    noteBox(node.k),
  ];
}

function noteBox(key) {
  const area = el('textarea', { id: 'note', rows: 2, placeholder: 'Your note (kept in the link and the JSON export)', oninput: () => change((s) => { if (area.value) s.notes[key] = area.value.slice(0, 500); else delete s.notes[key]; }, `note${key}`) });
  area.value = state.notes[key] || '';
  return el('p', {}, el('label', { class: 'soft', for: 'note' }, 'Note'), area);
}

function bundlePanel(bundle) {
  return [
    el('h2', {}, `${nodes[bundle.s].n} – ${nodes[bundle.o].n}`),
    el('p', { class: 'soft' }, bundle.r < 0 ? 'relationships of several types' : phraseOf({ r: bundle.r, t: bundle.t }), ' · ', STATUSES[bundle.t].words),
    el('p', { class: 'total' }, el('strong', {}, count(bundle.lines.length, 'relationship')), ', ', count(new Set(bundle.lines.flatMap((i) => lines[i].f)).size, 'sentence')),
    lineList([...bundle.lines].sort(latestFirst), 3),
  ];
}

function overview() {
  const top = seen.order.slice(0, 12), seenIn = D.coverage;
  const span = seenIn.first ? `, ${dayWords(seenIn.first)} to ${dayWords(seenIn.last)}` : '';
  return [
    el('h2', {}, 'What this shows'),
    el('p', {}, `Every line is a relationship that at least one sentence states. Select a name or a line to read the sentences.`),
    el('dl', { class: 'figures' },
      [['entities', ENDS], ['relationships', STATED], ['sentences', facts.length], ['sources', namesOf.outlets().length]].map(([label, n]) => el('div', {}, el('dd', {}, number(n)), el('dt', {}, label)))),
    top.length ? [el('h3', {}, 'Most attested'), el('ol', { class: 'top' }, top.map((i) => el('li', {}, button([markOf(KINDS[nodes[i].t]), ` ${nodes[i].n}`], () => select(nodes[i].k, { centre: true }), { class: 'link' }), el('span', { class: 'n' }, number(seen.weight[i])))))] : '',
    el('h3', {}, 'Coverage'),
    el('p', { class: 'soft' }, `Read: ${count(seenIn.articles, 'article')}${span}${seenIn.undated ? `; ${number(seenIn.undated)} undated` : ''}. Where nothing is drawn no report was found; that does not mean that nothing happened.`),
    D.notes.map((note) => el('p', { class: 'soft' }, note)),
    el('p', { class: 'soft' }, `Relationships count from a confidence of ${percent(D.threshold)} on. Numbers beside a name are ${D.rankedBy}.`),
  ];
}

function showPanel() {
  const panel = $('panel'), i = nodeOf.get(state.sel), bundle = seen.bundles.get(state.line);
  const routes = currentRoutes();
  let parts;
  if (i !== undefined) parts = nodePanel(i);
  else if (bundle) parts = bundlePanel(bundle);
  else if (state.from_ && state.to_) parts = routePanel(routes);
  else parts = overview();
  const typing = document.activeElement && document.activeElement.id === 'note';
  if (typing) return;
  const key = JSON.stringify([state.sel, state.line, state.from_, state.to_, state.route]);
  const keep = panel.dataset.of === key ? panel.scrollTop : 0;
  panel.dataset.of = key;
  const closing = i !== undefined || bundle ? button('×', clearSelection, { class: 'close', 'aria-label': 'Close the details' }) : '';
  panel.replaceChildren(...[closing, parts].flat(4).filter((part) => part !== '' && part !== null && part !== undefined));
  panel.scrollTop = keep;
}
