// The legend is the filter: every mark that occurs, what it means, how many there are, and a switch.
function markOf(kind) {
  const shapes = {
    dot: ['circle', { cx: 8, cy: 8, r: 6 }], square: ['rect', { x: 2.5, y: 2.5, width: 11, height: 11 }],
    diamond: ['path', { d: 'M8 1 15 8 8 15 1 8Z' }], triangle: ['path', { d: 'M8 2 15 14 1 14Z' }],
    triangleDown: ['path', { d: 'M1 2 15 2 8 14Z' }], hexagon: ['path', { d: 'M4.5 2h7L15 8l-3.5 6h-7L1 8Z' }],
    star: ['path', { d: 'M8 1l2.1 4.7 5 .5-3.8 3.4 1.1 5L8 12l-4.400 2.600 1.100-5L.9 6.200l5-.5Z' }],
  };
  const [tag, shape] = shapes[kind.shape] || shapes.dot;
  return svgEl('svg', { viewBox: '0 0 16 16', width: 14, height: 14, 'aria-hidden': 'true', class: 'mark' }, svgEl(tag, { ...shape, fill: kind.colour }));
}

function strokeOf(colour, dashes, ending) {
  const line = svgEl('line', { x1: 1, y1: 6, x2: 27, y2: 6, stroke: colour, 'stroke-width': 2, 'stroke-dasharray': dashes.map((n) => n * 0.7).join(' ') || 'none' });
  const mark = svgEl('svg', { viewBox: '0 0 28 12', width: 28, height: 12, 'aria-hidden': 'true', class: 'mark' }, line);
  if (ending === 'bar') mark.append(svgEl('line', { x1: 14, y1: 1, x2: 14, y2: 11, stroke: colour, 'stroke-width': 2 }));
  return mark;
}

const rows = new Map(); // 'kinds|Country' -> { box, count, row }
const sliders = {};

function legendRow(dimension, name, label, mark, title) {
  const box = el('input', { type: 'checkbox', onchange: () => change((s) => { s[dimension] = toggled(s[dimension], name, box.checked); }) });
  const n = el('span', { class: 'n' });
  const only = button('only', () => showOnly(dimension, name), { class: 'only', 'aria-label': `Show only ${label}` });
  const row = el('li', { title }, el('label', {}, box, mark, el('span', { class: 'what' }, label)), only, n);
  rows.set(`${dimension}|${name}`, { box, n, row, label });
  return row;
}

const namesOf = { kinds: () => KINDS.map((k) => k.label), types: () => TYPES.map((t) => t.name), statuses: () => [...STATUSES.map((s) => s.name), 'doubtful'], outlets: () => [...new Set(OUTLETS.map((o) => o.n))].sort() };

function showOnly(dimension, name) {
  const others = namesOf[dimension]().filter((other) => other !== name);
  change((s) => { s[dimension] = JSON.stringify(s[dimension]) === JSON.stringify([...others].sort()) ? [] : [...others].sort(); });
}

function section(title, list, open = true) {
  return el('details', { class: 'group', open }, el('summary', {}, title), el('ul', { class: 'legend' }, list));
}

const words = (name) => name.toLowerCase().replace(/_/g, ' ');

function buildLegend() {
  const present = { kinds: new Set(nodes.map((node) => node.t)), types: new Set(lines.map((line) => line.r)) };
  const kindRows = KINDS.filter((_, i) => present.kinds.has(i)).map((kind) => legendRow('kinds', kind.label, kind.plural, markOf(kind)));
  const typeRow = (type) => legendRow('types', type.name, type.phrase, strokeOf(type.colour, [], ''), words(type.name));
  const types = TYPES.filter((_, i) => present.types.has(i));
  const outlets = namesOf.outlets();
  $('filters').replaceChildren(
    section('Status of a relationship', [...STATUSES.map((status) => legendRow('statuses', status.name, status.name, strokeOf(css('--ink'), status.dashes, status.ending), status.words)),
      lines.some((line) => line.l) ? legendRow('statuses', 'doubtful', 'doubtful, not counted', strokeOf(css('--soft'), [1, 6], ''), D.low) : '']),
    section('Who and what', kindRows),
    section('Relations', [...types.filter((type) => !type.derived).map(typeRow), el('li', { id: 'mixed-key', hidden: true, title: 'Choose a name to see the types apart' }, el('label', {}, el('span', { class: 'gap' }), strokeOf(D.mixed, [], ''), el('span', { class: 'what soft' }, 'several on one line')))]),
    types.some((type) => type.derived) ? section('Computed from these, not counted', types.filter((type) => type.derived).map(typeRow)) : '',
    el('details', { class: 'group', open: true }, el('summary', {}, 'How well attested'),
      slider('texts', 'Independent texts, at least', 1, Math.max(2, ...lines.map((line) => line.w)), 1, (v) => String(v)),
      slider('conf', 'Confidence, at least', 0, 1, 0.05, (v) => `${Math.round(v * 100)} %`)),
    outlets.length ? section('Sources', outlets.map((name) => legendRow('outlets', name, name || 'unknown outlet', '')), outlets.length <= 12) : '',
    pathForm(),
    el('p', { class: 'hiddenlist', id: 'hidden-list' }),
  );
}

function slider(name, label, min, max, step, show) {
  const output = el('output', {});
  const input = el('input', { type: 'range', id: name, min, max, step, oninput: () => change((s) => { s[name] = +input.value; }, name) });
  sliders[name] = { input, output, show };
  return el('label', { class: 'slider' }, el('span', {}, label, ' ', output), input);
}

function showLegend() {
  for (const [key, { box, n, row, label }] of rows) {
    const [dimension, name] = [key.slice(0, key.indexOf('|')), key.slice(key.indexOf('|') + 1)];
    const found = seen.counts[dimension][name] || 0;
    box.checked = !state[dimension].includes(name);
    n.textContent = number(found);
    n.title = dimension === 'kinds' ? `${number(found)} ${label}` : `${count(found, 'relationship')}: ${label}`;
    row.classList.toggle('none', !found);
  }
  for (const [name, { input, output, show }] of Object.entries(sliders)) {
    input.value = state[name];
    output.textContent = show(state[name]);
    input.setAttribute('aria-valuetext', show(state[name]));
  }
  $('mixed-key').hidden = ![...seen.bundles.values()].some((bundle) => bundle.r < 0);
  const hidden = $('hidden-list');
  hidden.replaceChildren(...(state.hidden.length ? [`Hidden: `, ...state.hidden.map((key) => button(`${cut(nodes[nodeOf.get(key)].n, 24)} ×`, () => change((s) => { s.hidden = s.hidden.filter((other) => other !== key); }), { class: 'chip', 'aria-label': `Show ${nodes[nodeOf.get(key)].n} again` }))] : []));
}
