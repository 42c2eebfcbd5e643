// From what is chosen to what is seen: which relationships pass, which nodes are drawn, which strokes join them.
const DIMENSIONS = ['kinds', 'types', 'statuses', 'outlets'];

function filterSets() {
  const off = {};
  for (const name of DIMENSIONS) off[name] = new Set(state[name]);
  off.hidden = new Set(state.hidden.map((key) => nodeOf.get(key)));
  return off;
}

function inTime(line) {
  if (!state.from && !state.to) return true;
  if (!line.day) return state.undated;
  return (!state.from || line.last.slice(0, 7) >= state.from) && (!state.to || line.day.slice(0, 7) <= state.to);
}

// The facts of a line that its sources and the confidence asked for leave over.
function factsLeft(line, off) {
  if (!off.outlets.size && state.conf <= 0) return line.f;
  return line.f.filter((f) => facts[f].c >= state.conf && !off.outlets.has(OUTLETS[articles[facts[f].r].o].n));
}

function textsOf(line, left) {
  return left.length === line.f.length ? line.w : new Set(left.map((f) => articles[facts[f].r].g)).size;
}

// Doubtful lines have a switch of their own, whatever their status: they are counted with no other.
const statusOf = (line) => (line.l ? 'doubtful' : STATUSES[line.t].name);

// What a line fails on; a count beside a switch is of the lines that fail on nothing else.
function failures(line, off) {
  const failed = [];
  if (off.kinds.has(KINDS[nodes[line.s].t].label) || off.kinds.has(KINDS[nodes[line.o].t].label)) failed.push('kinds');
  if (off.types.has(TYPES[line.r].name)) failed.push('types');
  if (off.statuses.has(statusOf(line))) failed.push('statuses');
  if (!inTime(line)) failed.push('time');
  if (off.hidden.has(line.s) || off.hidden.has(line.o)) failed.push('hidden');
  const left = factsLeft(line, off);
  if (!left.length) failed.push('outlets');
  else if (textsOf(line, left) < state.texts) failed.push('texts');
  return [failed, left];
}

let seen = null; // what the last refresh found: see look()

const SIFTED_BY = [...DIMENSIONS, 'from', 'to', 'undated', 'texts', 'conf', 'hidden'];
let sifted = { key: '', found: null };

// To choose a name does not change what passes: only filters make the page go through all relationships again.
function look() {
  const key = JSON.stringify(SIFTED_BY.map((name) => state[name]));
  if (sifted.key !== key) {
    seen = sift();
    seen.order = [...seen.near.keys()].sort(byRank);
    sifted = { key, found: seen };
  }
  seen = { ...sifted.found };
  seen.nodes = visibleNodes();
  seen.shown = shownLines();
  seen.bundles = bundlesOf(seen.shown);
  return seen;
}

function sift() {
  const off = filterSets(), passing = [], left = new Map(), counts = { kinds: {}, types: {}, statuses: {}, outlets: {}, months: {}, nodes: new Set() };
  let undated = 0;
  lines.forEach((line, i) => {
    const [failed, facts_] = failures(line, off);
    if (failed.length > 1) return;
    countLine(line, failed[0], counts, facts_);
    if (failed.length) return;
    passing.push(i);
    left.set(i, facts_);
    if (!line.day && !line.derived) undated += 1;
  });
  for (const node of counts.nodes) counts.kinds[KINDS[nodes[node].t].label] = (counts.kinds[KINDS[nodes[node].t].label] || 0) + 1;
  const weight = new Array(nodes.length).fill(0);
  for (const i of passing) {
    const line = lines[i], by = line.derived || line.l ? 0 : textsOf(line, left.get(i));
    for (const end of line.s === line.o ? [line.s] : [line.s, line.o]) weight[end] += by;
  }
  return { passing, left, counts, undated, weight, near: nearOf(passing) };
}

function countLine(line, failed, counts, facts_) {
  const add = (table, name) => { table[name] = (table[name] || 0) + 1; };
  if (!failed || failed === 'kinds') counts.nodes.add(line.s).add(line.o);
  if (!failed || failed === 'types') add(counts.types, TYPES[line.r].name);
  if (line.derived) return;
  if (!failed || failed === 'statuses') add(counts.statuses, statusOf(line));
  if (!failed || failed === 'time') add(counts.months, line.day.slice(0, 7));
  if (!failed || failed === 'outlets') for (const name of new Set((failed ? line.f : facts_).map((f) => OUTLETS[articles[facts[f].r].o].n))) add(counts.outlets, name);
}

function nearOf(passing) {
  const near = new Map();
  const add = (one, other) => (near.get(one) || near.set(one, new Set()).get(one)).add(other);
  for (const i of passing) {
    const line = lines[i];
    add(line.s, line.o);
    add(line.o, line.s);
  }
  return near;
}

const byRank = (a, b) =>
  seen.weight[b] - seen.weight[a] || (nodes[a].p || 0) - (nodes[b].p || 0) || nodes[a].t - nodes[b].t || (nodes[a].k < nodes[b].k ? -1 : 1);

const MOST_LINES = D.mostLines, NARROW_MOST = 40; // of nodes on a telephone

// The same rule as in the file's making: most independent texts first, until lines would hide each other.
function headOf(order) {
  const chosen = new Set();
  let drawn = 0;
  const most = narrow.matches && state.most === D.most ? Math.min(NARROW_MOST, state.most) : state.most;
  for (const node of order.slice(0, most)) {
    for (const other of seen.near.get(node) || []) if (other !== node && chosen.has(other)) drawn += 1;
    if (state.most <= D.most && drawn > MOST_LINES && chosen.size > 20) break;
    chosen.add(node);
  }
  return chosen;
}

function visibleNodes() {
  const route = currentRoutes();
  if (route) return new Set(route.flatMap((path) => path.nodes));
  const focus = nodeOf.get(state.focus);
  if (focus !== undefined) return withinHops(focus, state.hops);
  const chosen = headOf(seen.order);
  for (const key of state.expanded) for (const node of bestNear(nodeOf.get(key), 40)) chosen.add(node);
  const selected = nodeOf.get(state.sel);
  if (selected !== undefined && seen.near.has(selected)) chosen.add(selected);
  // On a map stands who has a place; to put a missile somewhere between its neighbours would be a statement.
  if (state.layout === 'geo') for (const node of chosen) if (!D.places[nodes[node].c]) chosen.delete(node);
  for (const key of state.collapsed) for (const node of leavesOf(nodeOf.get(key), chosen)) chosen.delete(node);
  return chosen;
}

function bestNear(node, most) {
  if (!seen.near.has(node)) return [];
  return [node, ...[...seen.near.get(node)].filter((other) => other !== node).sort(byRank).slice(0, most)];
}

// Neighbours that hang on this node alone.
function leavesOf(node, chosen) {
  const leaves = [];
  for (const other of seen.near.get(node) || []) {
    if (other === node || nodes[other].k === state.sel) continue;
    const alone = [...seen.near.get(other)].every((third) => third === node || third === other || !chosen.has(third));
    if (chosen.has(other) && alone) leaves.push(other);
  }
  return leaves;
}

const FOCUS_MOST = 80;

function withinHops(start, hops) {
  const chosen = new Set([start]);
  let ring = [start];
  for (let step = 0; step < hops; step += 1) {
    const next = new Set();
    for (const node of ring) for (const other of seen.near.get(node) || []) if (!chosen.has(other)) next.add(other);
    ring = [...next].sort(byRank).slice(0, Math.max(0, FOCUS_MOST - chosen.size));
    ring.forEach((node) => chosen.add(node));
  }
  return chosen;
}

function shownLines() {
  const route = currentRoutes();
  if (route) return [...new Set(route.flatMap((path) => path.steps.flat()))].sort((a, b) => a - b);
  return seen.passing.filter((i) => seen.nodes.has(lines[i].s) && seen.nodes.has(lines[i].o));
}

// One stroke for all lines of one pair, type and status; direction does not matter where the type is symmetric.
// In a crowd one for each pair and status, but for whoever is chosen: there the types part.
function bundlesOf(shown) {
  const bundles = groupLines(shown, () => true);
  if (bundles.size <= D.crowded) return bundles;
  const chosen = nodeOf.get(state.sel);
  return groupLines(shown, (line) => line.s === chosen || line.o === chosen || lineChosen(line));
}

function lineChosen(line) {
  const pair = /^(\d+)-(\d+)-/.exec(state.line);
  return Boolean(pair) && Math.min(line.s, line.o) === Math.min(pair[1], pair[2]) && Math.max(line.s, line.o) === Math.max(pair[1], pair[2]);
}

function groupLines(shown, byType) {
  const bundles = new Map(), stated = new Set();
  for (const i of shown) if (!lines[i].derived) stated.add(Math.min(lines[i].s, lines[i].o) + '-' + Math.max(lines[i].s, lines[i].o));
  for (const i of shown) {
    const line = lines[i], type = TYPES[line.r], parted = byType(line);
    const turn = (type.symmetric || !parted) && line.s > line.o;
    const s = turn ? line.o : line.s, o = turn ? line.s : line.o;
    if (!parted && type.derived && stated.has(`${Math.min(s, o)}-${Math.max(s, o)}`)) continue; // what it was computed from is drawn
    const id = `${s}-${o}-${parted ? type.name : '*'}-${STATUSES[line.t].name}-${line.l || 0}`;
    if (!bundles.has(id)) bundles.set(id, { id, s, o, r: line.r, t: line.t, low: line.l || 0, lines: [] });
    const bundle = bundles.get(id);
    if (bundle.r !== line.r) bundle.r = -1;
    bundle.lines.push(i);
  }
  return bundles;
}
