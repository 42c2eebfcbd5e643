// Paths between two: the shortest ones over what the filters let pass, each step with its sentences.
const PATHS_MOST = 5;
let routeMemo = { key: '', routes: null };

function currentRoutes() {
  if (!state.from_ || !state.to_ || !seen) return null;
  const key = [state.from_, state.to_, seen.passing.length, seen.passing[0], seen.passing.at(-1)].join('|');
  if (routeMemo.key !== key || routeMemo.of !== seen.passing) {
    routeMemo = { key, of: seen.passing, routes: shortestPaths(nodeOf.get(state.from_), nodeOf.get(state.to_)) };
  }
  const routes = routeMemo.routes;
  if (!routes.length) return null;
  return state.route >= 0 && state.route < routes.length ? [routes[state.route]] : routes;
}

// Breadth first from the end, then every way that gets one step nearer each time; if these are few, one step longer too.
function shortestPaths(start, end) {
  const away = new Map([[end, 0]]);
  let ring = [end];
  while (ring.length && !away.has(start)) {
    const next = [];
    for (const node of ring) for (const other of seen.near.get(node) || []) if (!away.has(other)) { away.set(other, away.get(node) + 1); next.push(other); }
    ring = next;
  }
  if (!away.has(start) || start === end) return [];
  const found = [], length = away.get(start);
  for (let spare = 0; spare <= 1 && found.length < PATHS_MOST; spare += 1) walk([start], length + spare, away, end, found);
  return found.map((path) => ({ nodes: path, steps: path.slice(1).map((node, i) => linesBetween(path[i], node)) }));
}

function walk(path, length, away, end, found) {
  const node = path.at(-1), left = length - path.length + 1;
  if (found.length >= PATHS_MOST) return;
  if (node === end) { if (left === 0) found.push([...path]); return; }
  if (left <= 0) return;
  const next = [...seen.near.get(node)].filter((other) => (away.has(other) ? away.get(other) <= left - 1 : left > away.size) && !path.includes(other));
  for (const other of next.sort(byRank)) walk([...path, other], length, away, end, found);
}

const linesBetween = (a, b) => linesOf[a].filter((i) => otherEnd(lines[i], a) === b && seen.left.has(i));

function pathForm() {
  const options = () => el('datalist', { id: 'names' }, [...nodes].sort((a, b) => (a.n < b.n ? -1 : 1)).slice(0, 3000).map((node) => el('option', { value: node.n })));
  const from = el('input', { id: 'path-from', list: 'names', autocomplete: 'off', 'aria-label': 'Path from' });
  const to = el('input', { id: 'path-to', list: 'names', autocomplete: 'off', 'aria-label': 'Path to' });
  const message = el('p', { class: 'soft', id: 'path-message', role: 'status' });
  const go = () => {
    const ends = [from, to].map((input) => nodeNamed(input.value));
    if (ends.some((end) => end === undefined)) { message.textContent = 'Choose two names from the list.'; return; }
    const before = state.from_ + state.to_;
    change((s) => { s.from_ = nodes[ends[0]].k; s.to_ = nodes[ends[1]].k; s.route = -1; s.sel = s.line = ''; s.focus = ''; });
    message.textContent = currentRoutes() ? '' : before || true ? 'No path with the present filters.' : '';
  };
  for (const input of [from, to]) input.addEventListener('keydown', (event) => { if (event.key === 'Enter') go(); });
  return el('details', { class: 'group', open: true, id: 'paths' }, el('summary', {}, 'Path between two'), from, to, el('div', { class: 'row' }, button('Find path', go, { id: 'path-go' })), message, options());
}

function nodeNamed(text) {
  const asked = fold(text.trim());
  const hit = nameIndex.find(([, name]) => name === asked) || nameIndex.find(([, , all]) => all.split(' | ').includes(asked));
  return hit ? hit[0] : undefined;
}

function startPath(key) {
  $('path-from').value = nodes[nodeOf.get(key)].n;
  if (narrow.matches) toggleFilters(true);
  $('paths').open = true;
  $('path-to').focus();
}

function routePanel(routes) {
  const ends = `${nodes[nodeOf.get(state.from_)].n} → ${nodes[nodeOf.get(state.to_)].n}`;
  if (!routes) return [el('h2', {}, ends), el('p', {}, 'No path with the present filters.')];
  const all = routeMemo.routes;
  return [
    el('h2', {}, ends),
    el('p', { class: 'soft' }, `${count(all.length, 'path')} found, the shortest with ${count(all[0].steps.length, 'step')}.`),
    all.length > 1 ? el('div', { class: 'row' }, button('All', () => change((s) => { s.route = -1; }), { 'aria-pressed': String(state.route < 0) }),
      all.map((_, k) => button(String(k + 1), () => change((s) => { s.route = k; }), { 'aria-pressed': String(state.route === k), 'aria-label': `Path ${k + 1}` }))) : '',
    routes.map((path) => [
      el('h3', {}, path.nodes.map((node) => nodes[node].n).join(' → ')),
      path.steps.map((step) => lineList([...step].sort((a, b) => lines[a].derived - lines[b].derived || lines[b].w - lines[a].w || a - b), 1)),
    ]),
  ];
}
