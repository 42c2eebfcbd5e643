// What the reader has chosen. It is the whole state of the page: undo keeps copies of it, a link holds it.
const DEFAULTS = {
  kinds: [], types: [], statuses: [], outlets: [], // switched off, by name
  from: '', to: '', undated: false, texts: 1, conf: 0,
  layout: 'force', sel: '', line: '', focus: D.focus, hops: 1, from_: '', to_: '', route: -1,
  expanded: [], collapsed: [], hidden: [], pins: {}, most: D.most, notes: {}, table: false,
};
let state = structuredClone(DEFAULTS);
const past = [];
let lastGroup = '';

// `group`: several steps of one gesture (a slider that moves) are one step for undo.
function change(edit, group = '') {
  const before = JSON.stringify(state);
  edit(state);
  if (JSON.stringify(state) === before) return;
  if (!group || group !== lastGroup) past.push(before);
  if (past.length > 200) past.shift();
  lastGroup = group;
  refresh();
}

function undo() {
  if (!past.length) return;
  state = JSON.parse(past.pop());
  lastGroup = '';
  refresh(true);
}

function reset() {
  const table = state.table, notes = state.notes;
  change((s) => Object.assign(s, structuredClone(DEFAULTS), { table, notes }));
  fit();
}

const toggled = (list, name, on) => (on ? list.filter((other) => other !== name) : [...new Set([...list, name])].sort());

function stateToHash() {
  const params = new URLSearchParams();
  for (const [name, usual] of Object.entries(DEFAULTS)) {
    const value = state[name];
    if (JSON.stringify(value) === JSON.stringify(usual)) continue;
    params.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return params.toString();
}

function writeHash() {
  const text = stateToHash();
  // Not possible in a sandboxed frame; the page works without it.
  try { history.replaceState(null, '', text ? `#${text}` : `${location.pathname}${location.search}`); } catch { /* sandboxed */ }
}

const listOfText = (value) => Array.isArray(value) && value.every((part) => typeof part === 'string');

// A link is somebody else's text: only known names with values of the right form are taken over.
function hashToState(text) {
  const params = new URLSearchParams(text), next = structuredClone(DEFAULTS);
  for (const [name, usual] of Object.entries(DEFAULTS)) {
    if (!params.has(name)) continue;
    const raw = params.get(name);
    if (typeof usual === 'string') { next[name] = raw; continue; }
    let value;
    try { value = JSON.parse(raw); } catch { continue; }
    if (Array.isArray(usual) ? listOfText(value) : typeof value === typeof usual && value !== null && !Array.isArray(value)) next[name] = value;
  }
  return checked(next);
}

function checked(next) {
  for (const name of ['sel', 'focus', 'from_', 'to_']) if (!nodeOf.has(next[name])) next[name] = '';
  for (const name of ['expanded', 'collapsed', 'hidden']) next[name] = next[name].filter((key) => nodeOf.has(key));
  for (const name of ['from', 'to']) if (!MONTH_LIST.includes(next[name])) next[name] = '';
  if (!['force', 'country', 'geo'].includes(next.layout)) next.layout = 'force';
  next.hops = Math.min(3, Math.max(1, Math.round(next.hops) || 1));
  next.most = Math.min(Math.max(1, Math.round(next.most) || 1), Math.max(nodes.length, D.most));
  next.pins = Object.fromEntries(Object.entries(next.pins).filter(([key, at]) => nodeOf.has(key) && Array.isArray(at) && at.length === 2 && at.every(Number.isFinite)));
  next.notes = Object.fromEntries(Object.entries(next.notes).filter(([key, note]) => nodeOf.has(key) && typeof note === 'string'));
  return next;
}
