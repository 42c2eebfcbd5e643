// Where nodes stand in each layout. Positions follow from what is drawn alone, so that two readers see one picture.
const GOLDEN = 2.399963229728653;

function positions() {
  const drawn = [...seen.nodes].sort((a, b) => a - b);
  if (currentRoutes()) return routePlaces();
  if (state.layout === 'country') return countryPlaces(drawn);
  if (state.layout === 'geo') return geoPlaces(drawn);
  if (nodeOf.has(state.focus)) return ringPlaces(drawn);
  return forcePlaces(drawn);
}

// The places worked out beforehand; who joins later and would stand on somebody steps aside.
function forcePlaces(drawn) {
  const at = new Map(), early = new Set(D.first);
  const order = [...drawn].sort((a, b) => early.has(b) - early.has(a) || a - b);
  const taken = [];
  for (const node of order) {
    let [x, y] = [nodes[node].x, nodes[node].y];
    if (!early.has(node)) [x, y] = freeSpot(x, y, taken);
    taken.push([x, y]);
    at.set(node, [x, y]);
  }
  return at;
}

function freeSpot(x, y, taken) {
  for (let i = 0; i < 400; i += 1) {
    const reach = 34 * Math.sqrt(i), px = Math.round(x + reach * Math.cos(i * GOLDEN) * 1.4), py = Math.round(y + reach * Math.sin(i * GOLDEN));
    if (taken.every(([a, b]) => Math.abs(a - px) > 90 || Math.abs(b - py) > 48)) return [px, py];
  }
  return [x, y];
}

function sunflower(at, members, x, y, step, from = 0) {
  members.forEach((node, i) => {
    const reach = step * Math.sqrt(i + from);
    at.set(node, [Math.round(x + reach * Math.cos((i + from) * GOLDEN) * 1.25), Math.round(y + reach * Math.sin((i + from) * GOLDEN))]);
  });
}

const ABROAD = '';
let clusters = []; // of the layout by country: name, centre, radius

function byCountry(drawn) {
  const groups = new Map();
  for (const node of drawn) {
    const code = nodes[node].c || ABROAD;
    (groups.get(code) || groups.set(code, []).get(code)).push(node);
  }
  for (const members of groups.values()) members.sort((a, b) => nodes[a].t - nodes[b].t || byRank(a, b));
  return [...groups].sort((a, b) => (a[0] === ABROAD) - (b[0] === ABROAD) || b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
}

function countryName(code) {
  const node = nodeOf.get(`country:${code}`);
  return node !== undefined ? nodes[node].n : D.places[code] ? D.places[code][0] : code || 'Of no one country';
}

function countryPlaces(drawn) {
  const at = new Map(), step = 58;
  clusters = [];
  for (const [code, members] of byCountry(drawn)) {
    const radius = step * Math.sqrt(members.length) * 1.1 + 52;
    const [x, y] = freeCircle(radius);
    const named = members.some((node) => nodes[node].k === `country:${code}`);
    clusters.push({ name: named ? '' : countryName(code), x, y, radius });
    sunflower(at, members, x, y, step);
  }
  return at;
}

function freeCircle(radius) {
  for (let i = 0; i < 6000; i += 1) {
    const reach = 16 * Math.sqrt(i), x = reach * Math.cos(i * GOLDEN) * 1.5, y = reach * Math.sin(i * GOLDEN);
    if (clusters.every((other) => Math.hypot((other.x - x) / 1.12, other.y - y) > other.radius + radius + 10)) return [Math.round(x), Math.round(y)];
  }
  return [0, 0];
}

const DEGREE = 15; // page units for a degree
const project = (longitude, latitude) => [longitude * DEGREE * 0.86, -latitude * DEGREE];

function geoPlaces(drawn) {
  const at = new Map();
  for (const [code, members] of byCountry(drawn)) {
    const place = D.places[code];
    if (!place) continue; // a focus or path in another layout
    const [x, y] = project(place[2], place[1]);
    const ordered = [...members].sort((a, b) => (nodes[b].k === `country:${code}`) - (nodes[a].k === `country:${code}`));
    sunflower(at, ordered, x, y, 34);
  }
  return at;
}

// The one in focus in the middle, a ring for every step away, kin side by side.
function ringPlaces(drawn) {
  const centre = nodeOf.get(state.focus), at = new Map([[centre, [0, 0]]]);
  let ring = [centre], radius = 0;
  const placed = new Set(ring), angle = new Map([[centre, 0]]);
  while (ring.length) {
    const next = [];
    for (const node of ring) for (const other of [...(seen.near.get(node) || [])].sort((a, b) => nodes[a].t - nodes[b].t || byRank(a, b))) {
      if (!seen.nodes.has(other) || placed.has(other)) continue;
      placed.add(other);
      next.push([other, angle.get(node)]);
    }
    radius = Math.max(radius + 190, next.length * 17);
    if (ring.length > 1) next.sort((a, b) => a[1] - b[1]);
    next.forEach(([node], i) => {
      const turn = (2 * Math.PI * (i + 0.5)) / next.length - Math.PI / 2;
      angle.set(node, turn);
      const reach = radius * (next.length > 14 && i % 2 ? 1.17 : 1);
      at.set(node, [Math.round(reach * Math.cos(turn) * 1.35), Math.round(reach * Math.sin(turn))]);
    });
    ring = next.map(([node]) => node);
  }
  for (const node of drawn) if (!at.has(node)) at.set(node, [0, radius + 120]);
  return at;
}

// From left to right, one column for every step.
function routePlaces() {
  const column = new Map(), at = new Map();
  for (const path of currentRoutes()) path.nodes.forEach((node, i) => column.set(node, Math.max(column.get(node) || 0, i)));
  const columns = new Map();
  for (const [node, i] of column) (columns.get(i) || columns.set(i, []).get(i)).push(node);
  for (const [i, members] of columns) members.forEach((node, k) => at.set(node, [i * 260, Math.round((k - (members.length - 1) / 2) * 110)]));
  return at;
}
