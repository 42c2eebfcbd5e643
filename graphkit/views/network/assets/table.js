// The same content as a table: for screen readers, for find-in-page, for print, and for everybody who likes tables.
const COLUMNS = [
  ['Who', (i) => nodes[lines[i].s].n], ['Relation', (i) => words(TYPES[lines[i].r].name)], ['Status', (i) => STATUSES[lines[i].t].name],
  ['Whom or what', (i) => nodes[lines[i].o].n], ['About', (i) => (lines[i].i && lines[i].i !== nodes[lines[i].o].n ? lines[i].i : '')],
  ['When', (i) => lines[i].day || ''], ['Texts', (i) => textsOf(lines[i], seen.left.get(i))], ['Confidence', (i) => lines[i].c],
];
const ROWS = 200;
let sorting = [5, -1], rowsShown = ROWS;

function tableRows() {
  const list = seen.passing.filter((i) => !lines[i].derived), value = COLUMNS[sorting[0]][1];
  const compare = (a, b) => { const x = value(a), y = value(b); return typeof x === 'number' ? x - y : x < y ? -1 : x > y ? 1 : 0; };
  return list.sort((a, b) => sorting[1] * compare(a, b) || a - b);
}

function tableRow(i) {
  const line = lines[i], best = line.f.reduce((a, f) => (a === null || facts[f].c > facts[a].c ? f : a), null);
  const article = best === null ? {} : articles[facts[best].r];
  return el('tr', {},
    el('td', {}, button(nodes[line.s].n, () => select(nodes[line.s].k), { class: 'link' })), el('td', {}, words(TYPES[line.r].name)), el('td', {}, chip(line.t), line.l ? ' doubtful' : ''),
    el('td', {}, button(nodes[line.o].n, () => select(nodes[line.o].k), { class: 'link' })), el('td', {}, COLUMNS[4][1](i)), el('td', {}, whenWords(line)),
    el('td', { class: 'num' }, String(COLUMNS[6][1](i))), el('td', { class: 'num' }, percent(line.c)),
    el('td', { dir: 'auto', class: 'said' }, best === null ? '' : cut(facts[best].q, 280), ' ', best === null ? '' : link(article.u, OUTLETS[article.o].n || 'source'), line.f.length > 1 ? ` and ${count(line.f.length - 1, 'more sentence')}` : ''));
}

function showTable() {
  const host = $('table');
  host.hidden = !state.table;
  $('picture').hidden = state.table;
  document.body.classList.toggle('wide', state.table && !state.sel && !state.line);
  $('as-table').setAttribute('aria-pressed', String(state.table));
  if (!state.table) { host.replaceChildren(); return; }
  const rows_ = tableRows();
  const head = COLUMNS.map(([name], k) => el('th', { scope: 'col', 'aria-sort': k === sorting[0] ? (sorting[1] > 0 ? 'ascending' : 'descending') : 'none' },
    button(name + (k === sorting[0] ? (sorting[1] > 0 ? ' ▲' : ' ▼') : ''), () => { sorting = [k, k === sorting[0] ? -sorting[1] : k > 4 ? -1 : 1]; showTable(); $('table').querySelectorAll('th button')[k].focus(); }, { class: 'link' })));
  const more = rows_.length - rowsShown;
  host.replaceChildren(
    el('table', {}, el('caption', {}, `${count(rows_.length, 'relationship')} that pass the filters, drawn or not`), el('thead', {}, el('tr', {}, head, el('th', { scope: 'col' }, 'Clearest sentence'))), el('tbody', {}, rows_.slice(0, rowsShown).map(tableRow))),
    more > 0 ? button(`Show ${number(Math.min(more, 1000))} more of ${number(more)}`, () => { rowsShown += 1000; showTable(); }) : '',
  );
}

$('as-table').addEventListener('click', () => { change((s) => { s.table = !s.table; }); });
