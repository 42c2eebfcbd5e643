// Everything by keyboard, colours by day and night, help.
const HELP = [
  ['/', 'search'], ['Arrow keys', 'from node to node (on the graph)'], ['Enter', 'expand or collapse'], ['F', 'focus on the chosen one, or leave focus'],
  ['P', 'pin'], ['H', 'hide'], ['T', 'table'], ['+  −  0', 'nearer, farther, everything'], ['Z', 'take back'], ['Esc', 'let go of the choice, then of focus and path'], ['?', 'this help'],
];

function buildHelp() {
  $('helpbox').replaceChildren(
    el('h2', { id: 'help-title' }, 'Reading and keys'),
    el('p', {}, 'Solid lines happened or are in force; dashed ones are planned; dotted ones are proposed; a line with a bar was refused, cancelled or ended. Thin grey lines are offices and computed links.'),
    el('p', {}, 'Click for the sentences, double-click to expand, drag to pin. ×3 stands for three relationships on one line.'),
    el('dl', { class: 'keys' }, HELP.map(([key, what]) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, what)])),
    button('Close', () => $('helpbox').close()),
  );
}

function setTheme(dark) {
  inks = new Map();
  document.documentElement.classList.toggle('dark', dark);
  document.documentElement.classList.toggle('light', !dark);
  $('theme').setAttribute('aria-pressed', String(dark));
  if (seen) { buildLegend(); refresh(true); }
}

// To the nearest one in the direction of the arrow, as the eye would go.
function stepTo(dx, dy) {
  const from = nodeOf.get(state.sel), start = place.get(from) || [0, 0];
  if (from === undefined) { const first = seen.order.find((i) => seen.nodes.has(i)); if (first !== undefined) select(nodes[first].k, { centre: true }); return; }
  let best = null;
  for (const [i, [x, y]] of place) {
    const ahead = (x - start[0]) * dx + (y - start[1]) * dy, aside = Math.abs((x - start[0]) * dy) + Math.abs((y - start[1]) * dx);
    if (i === from || ahead <= 0) continue;
    const cost = ahead + 2 * aside;
    if (!best || cost < best[1]) best = [i, cost];
  }
  if (best) select(nodes[best[0]].k, { centre: true });
}

const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: false });

const ON_GRAPH = {
  ArrowLeft: () => stepTo(-1, 0), ArrowRight: () => stepTo(1, 0), ArrowUp: () => stepTo(0, -1), ArrowDown: () => stepTo(0, 1),
  Enter: () => state.sel && expandOrCollapse(state.sel), '+': () => zoom(1.25), '=': () => zoom(1.25), '-': () => zoom(0.8), 0: () => fit(true),
};
const ANYWHERE = {
  '/': () => $('search').focus(), '?': () => $('helpbox').showModal(), z: undo, t: () => change((s) => { s.table = !s.table; }),
  f: () => (state.focus ? change((s) => { s.focus = ''; }) : state.sel && focusOn(state.sel)), h: () => state.sel && hideNode(state.sel), p: () => state.sel && togglePin(state.sel),
  Escape: letGo,
};

function letGo() {
  if ($('exports').open) { $('exports').open = false; $('exports').firstElementChild.focus(); return; }
  if (state.sel || state.line) clearSelection();
  else if (state.from_ || state.focus) change((s) => { s.from_ = s.to_ = s.focus = ''; s.route = -1; });
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || $('helpbox').open) return;
  const typing = event.target.closest('input:not([type=checkbox]):not([type=range]), select, textarea');
  if (typing) { if (event.key === 'Escape') event.target.blur(); return; }
  const onGraph = event.target.closest('#network');
  const act = (onGraph && ON_GRAPH[event.key]) || ANYWHERE[event.key] || (event.target.matches('input[type=range]') ? null : ANYWHERE[event.key.toLowerCase()]);
  if (!act) return;
  event.preventDefault();
  act();
});

document.addEventListener('click', (event) => { if ($('exports').open && !event.target.closest('#exports')) $('exports').open = false; });
$('help').addEventListener('click', () => $('helpbox').showModal());
$('theme').addEventListener('click', () => setTheme(!document.documentElement.classList.contains('dark')));
$('undo').addEventListener('click', undo);
$('reset').addEventListener('click', reset);
$('fit').addEventListener('click', () => fit(true));
$('layout').addEventListener('change', () => change((s) => { s.layout = $('layout').value; s.pins = {}; }));
$('back').addEventListener('click', () => change((s) => { s.focus = s.from_ = s.to_ = ''; s.route = -1; }));
$('hops').addEventListener('change', () => change((s) => { s.hops = +$('hops').value; }));
$('more').addEventListener('click', () => change((s) => { s.most = Math.min(nodes.length, (narrow.matches ? seen.nodes.size : Math.max(seen.nodes.size, s.most)) + (narrow.matches ? 40 : 100)); }));

function toggleFilters(open) {
  $('filters').classList.toggle('open', open);
  $('show-filters').setAttribute('aria-expanded', String(open));
}
$('show-filters').addEventListener('click', () => toggleFilters(!$('filters').classList.contains('open')));
