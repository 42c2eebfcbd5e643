// The drawing: vis-network shows what look() found, changed piece by piece so that nothing jumps.
const OPTIONS = JSON.parse($('options').textContent);
const firstNodes = JSON.parse($('first-nodes').textContent), firstEdges = JSON.parse($('first-edges').textContent);
const drawnNode = new Map(), drawnEdge = new Map(); // what vis was told last, as text
let network = null, shownNodes = null, shownEdges = null;
let place = new Map(), inFront = null, hovered = null;

const HEAVIEST = nodes.reduce((most, node) => Math.max(most, node.w || 0), 1);
let grown = 1; // far away marks grow, or a map of the world would show dust
const nodeSize = (i) => grown * (7 + 14 * Math.sqrt((nodes[i].w || 0) / HEAVIEST));

// Whoever is chosen stands out with its neighbours; everything else steps back.
function foreground() {
  const selected = nodeOf.get(state.sel);
  if (selected !== undefined && seen.nodes.has(selected)) {
    const near = new Set([selected]);
    for (const bundle of seen.bundles.values()) if (bundle.s === selected || bundle.o === selected) near.add(bundle.s).add(bundle.o);
    return { nodes: near, bundle: (b) => b.s === selected || b.o === selected };
  }
  const bundle = seen.bundles.get(state.line);
  return bundle ? { nodes: new Set([bundle.s, bundle.o]), bundle: (b) => b === bundle } : null;
}

function visNode(i) {
  const node = nodes[i], kind = KINDS[node.t], [x, y] = place.get(i), chosen = node.k === state.sel;
  const border = chosen ? css('--ink') : css('--paper');
  const colours = { background: kind.colour, border };
  return {
    id: i, label: cut(node.n, 32), shape: kind.shape, size: Math.round(nodeSize(i) * 10) / 10, x, y,
    borderWidth: chosen ? 3 : 1.5, title: `${node.n}\n${kind.label}${node.c ? ' · ' + countryName(node.c) : ''}\n${count(seen.near.get(i) ? seen.near.get(i).size : 0, 'neighbour')}`,
    color: { ...colours, highlight: { background: kind.colour, border: css('--ink') }, hover: { background: kind.colour, border: css('--ink') } },
    opacity: inFront && !inFront.nodes.has(i) ? 0.22 : 1, font: { size: 0 },
  };
}

function visEdge(bundle, bend) {
  const type = typeOf(bundle), status = STATUSES[bundle.t], n = bundle.lines.length;
  const quiet = type.derived || type.name === 'HOLDS_OFFICE';
  const back = inFront && !inFront.bundle(bundle);
  const denied = status.ending === 'bar';
  return {
    id: bundle.id, from: bundle.s, to: bundle.o, count: n, dashes: bundle.low ? [1, 7] : status.dashes.length ? status.dashes : false,
    width: Math.round(grown * (bundle.low || quiet ? 1 : 1.4 + 0.7 * Math.log2(n)) * 10) / 10,
    color: { color: type.colour, highlight: type.colour, hover: type.colour, opacity: back ? 0.1 : bundle.low ? 0.55 : quiet ? 0.45 : 0.72 },
    arrows: { to: { enabled: !type.symmetric, type: 'arrow', scaleFactor: quiet ? 0.35 : 0.5 }, middle: { enabled: denied, type: 'bar', scaleFactor: 0.7 } },
    smooth: bend ? { enabled: true, type: bend > 0 ? 'curvedCW' : 'curvedCCW', roundness: Math.abs(bend) } : { enabled: false },
    title: `${nodes[bundle.s].n} ${strokeWords(bundle)} ${nodes[bundle.o].n}` + (n > 1 ? `\n${count(n, 'relationship')}` : '') + (bundle.low ? `\n${D.low}` : ''),
    font: { size: 0 },
  };
}

// A stroke of several types has the colour of none of them.
const MIXED = { name: 'several', phrase: 'and', colour: D.mixed, symmetric: true, derived: false };
const typeOf = (bundle) => (bundle.r < 0 ? MIXED : TYPES[bundle.r]);
const strokeWords = (bundle) => (bundle.r < 0 ? (STATUSES[bundle.t].name === 'done' ? '–' : `– (${STATUSES[bundle.t].name}) –`) : phraseOf({ r: bundle.r, t: bundle.t }));

// Strokes of one pair fan out; one that runs the other way bends to the other side, or both would coincide.
function bends() {
  const pairs = new Map(), bend = new Map();
  for (const bundle of seen.bundles.values()) {
    const pair = Math.min(bundle.s, bundle.o) + '-' + Math.max(bundle.s, bundle.o);
    (pairs.get(pair) || pairs.set(pair, []).get(pair)).push(bundle);
  }
  for (const group of pairs.values()) {
    group.sort((a, b) => a.r - b.r || a.t - b.t || (a.id < b.id ? -1 : 1));
    group.forEach((bundle, k) => {
      const side = Math.round((k - (group.length - 1) / 2) * 2) / 2;
      bend.set(bundle.id, Math.round(side * Math.min(0.16, 1.2 / group.length) * (bundle.s < bundle.o ? 1 : -1) * 100) / 100);
    });
  }
  return bend;
}

function sync() {
  place = positions();
  for (const [key, at] of Object.entries(state.pins)) if (place.has(nodeOf.get(key))) place.set(nodeOf.get(key), at);
  inFront = foreground();
  const bend = bends();
  const wantedNodes = [...seen.nodes].map(visNode), wantedEdges = [...seen.bundles.values()].map((bundle) => visEdge(bundle, bend.get(bundle.id)));
  if (!network) createNetwork(wantedNodes, wantedEdges);
  else {
    send(shownNodes, drawnNode, wantedNodes);
    send(shownEdges, drawnEdge, wantedEdges);
  }
  const selected = nodeOf.get(state.sel);
  if (selected !== undefined && seen.nodes.has(selected)) network.selectNodes([selected], false);
  else if (seen.bundles.has(state.line)) network.setSelection({ nodes: [], edges: [state.line] }, { highlightEdges: false });
  else network.unselectAll();
  forgetLabels();
}

// Only what differs from what vis has: telling it everything again costs seconds in a large graph.
function send(set, told, wanted) {
  const keep = new Set(wanted.map((item) => item.id));
  const gone = set.getIds().filter((id) => !keep.has(id));
  if (gone.length) set.remove(gone);
  gone.forEach((id) => told.delete(id));
  const fresh = [];
  for (const item of wanted) {
    const text = JSON.stringify(item);
    if (told.get(item.id) !== text) { told.set(item.id, text); fresh.push(item); }
  }
  if (fresh.length) set.update(fresh);
}

let fitted = '';

// After a change of layout or focus the view follows; after a filter it stays where the reader was.
function fitIfMoved() {
  const frame = [state.layout, state.focus, state.hops, state.from_, state.to_, state.route].join('|');
  if (frame === fitted) return;
  const first = fitted === '';
  fitted = frame;
  fit(!first);
}

function fit(smooth = false) {
  if (!seen || !seen.nodes.size) return;
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of place.values()) {
    box[0] = Math.min(box[0], x); box[1] = Math.min(box[1], y); box[2] = Math.max(box[2], x); box[3] = Math.max(box[3], y);
  }
  const { clientWidth: width, clientHeight: height } = $('network');
  if (!width || !height) return;
  const room = [width - Math.min(150, width * 0.28), height - Math.min(96, height * 0.2)];
  const scale = Math.min(room[0] / Math.max(box[2] - box[0], 1), room[1] / Math.max(box[3] - box[1], 1), 1.5);
  const grow = Math.round(Math.min(2.4, Math.max(1, 0.5 / scale)) * 10) / 10;
  if (grow !== grown) { grown = grow; sync(); }
  network.moveTo({
    position: { x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2 + 6 / scale }, scale,
    animation: smooth && !calm.matches ? { duration: 350, easingFunction: 'easeInOutQuad' } : false,
  });
}

function centreOn(i) {
  if (!place.has(i)) return;
  const [x, y] = place.get(i);
  network.moveTo({ position: { x, y }, scale: Math.max(network.getScale(), 0.75), animation: calm.matches ? false : { duration: 300, easingFunction: 'easeInOutQuad' } });
}

function select(key, { centre = false } = {}) {
  change((s) => { s.sel = key; s.line = ''; });
  if (centre) centreOn(nodeOf.get(key));
}

const selectBundle = (id) => change((s) => { s.line = id; s.sel = ''; });
const clearSelection = () => change((s) => { s.sel = ''; s.line = ''; });
const focusOn = (key) => change((s) => { s.focus = key; s.sel = key; s.line = ''; s.from_ = s.to_ = ''; s.layout = 'force'; });

// Double click: what is not drawn yet appears; when all is drawn, what hangs on this node alone folds away.
function expandOrCollapse(key) {
  const i = nodeOf.get(key);
  const missing = [...(seen.near.get(i) || [])].filter((other) => !seen.nodes.has(other)).length;
  change((s) => {
    s.sel = key;
    s.line = '';
    if (missing && s.collapsed.includes(key)) s.collapsed = s.collapsed.filter((other) => other !== key);
    else if (missing && !s.expanded.includes(key)) s.expanded = [...s.expanded, key];
    else if (s.expanded.includes(key)) s.expanded = s.expanded.filter((other) => other !== key);
    else s.collapsed = toggled(s.collapsed, key, s.collapsed.includes(key));
  });
}

function hideNode(key) {
  change((s) => {
    s.hidden = [...new Set([...s.hidden, key])].sort();
    if (s.sel === key) s.sel = '';
    if (s.focus === key) s.focus = '';
  });
}

function togglePin(key) {
  const at = place.get(nodeOf.get(key));
  change((s) => { if (s.pins[key]) delete s.pins[key]; else if (at) s.pins[key] = at; });
}

// What pyvis wrote down is where it begins; colours of day and night and links to other views are laid over it at once.
function createNetwork(wantedNodes, wantedEdges) {
  const begin = (written, wanted, told) => {
    const known = new Map(written.map((item) => [item.id, item]));
    wanted.forEach((item) => told.set(item.id, JSON.stringify(item)));
    return new vis.DataSet(wanted.map((item) => ({ ...known.get(item.id), ...item })));
  };
  shownNodes = begin(firstNodes, wantedNodes, drawnNode);
  shownEdges = begin(firstEdges, wantedEdges, drawnEdge);
  network = new vis.Network($('network'), { nodes: shownNodes, edges: shownEdges }, OPTIONS);
  network.on('beforeDrawing', drawGround);
  network.on('afterDrawing', drawLabels);
  listen();
}

let clickTimer = 0;

function listen() {
  network.on('click', (event) => {
    clearTimeout(clickTimer);
    const [node] = event.nodes, [edge] = event.edges;
    if (node !== undefined) select(nodes[node].k);
    else if (edge !== undefined) selectBundle(edge);
    else clickTimer = setTimeout(clearSelection, 250);
  });
  network.on('doubleClick', (event) => {
    clearTimeout(clickTimer);
    if (event.nodes.length) expandOrCollapse(nodes[event.nodes[0]].k);
    else fit(true);
  });
  network.on('dragEnd', (event) => {
    if (!event.nodes.length) return;
    const at = network.getPositions(event.nodes);
    change((s) => { for (const i of event.nodes) s.pins[nodes[i].k] = [Math.round(at[i].x), Math.round(at[i].y)]; });
  });
  network.on('hoverNode', (event) => { hovered = event.node; network.redraw(); });
  network.on('blurNode', () => { hovered = null; network.redraw(); });
}
