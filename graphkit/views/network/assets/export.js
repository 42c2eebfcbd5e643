// Taking it away: pictures, tables, everything. What is exported is what the filters let pass.
function save(name, parts, type) {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const a = el('a', { href: url, download: name });
  document.body.append(a);
  a.click();
  a.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

const fileName = (ending) => `${fold(D.title).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'graph'}.${ending}`;

// Twice the resolution of the screen, on paper colour: a canvas is transparent.
function savePng() {
  const area = $('network'), width = area.clientWidth, height = area.clientHeight, scale = network.getScale(), position = network.getViewPosition();
  area.style.width = `${width * 2}px`;
  area.style.height = `${height * 2}px`;
  network.setSize(`${width * 2}px`, `${height * 2}px`);
  network.moveTo({ position, scale: scale * 2, animation: false });
  network.redraw();
  const source = area.querySelector('canvas'), target = el('canvas', { width: source.width, height: source.height });
  const context = target.getContext('2d');
  context.fillStyle = css('--paper');
  context.fillRect(0, 0, target.width, target.height);
  context.drawImage(source, 0, 0);
  area.style.width = area.style.height = '';
  network.setSize('100%', '100%');
  network.moveTo({ position, scale, animation: false });
  network.redraw();
  target.toBlob((blob) => save(fileName('png'), [blob], 'image/png'));
}

const xml = (text) => String(text).replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

function svgShape(shape, x, y, r, colour) {
  const at = (list) => list.map(([dx, dy]) => `${(x + dx * r).toFixed(1)},${(y + dy * r).toFixed(1)}`).join(' ');
  const polygons = {
    square: [[-1, -1], [1, -1], [1, 1], [-1, 1]], diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]], triangle: [[0, -1.1], [1, 0.8], [-1, 0.8]],
    triangleDown: [[0, 1.1], [1, -0.8], [-1, -0.8]], hexagon: [0, 1, 2, 3, 4, 5].map((k) => [Math.cos((k * Math.PI) / 3), Math.sin((k * Math.PI) / 3)]),
    star: [...Array(10).keys()].map((k) => [Math.sin((k * Math.PI) / 5) * (k % 2 ? 0.5 : 1.2), -Math.cos((k * Math.PI) / 5) * (k % 2 ? 0.5 : 1.2)]),
  };
  return polygons[shape] ? `<polygon points="${at(polygons[shape])}" fill="${colour}"/>` : `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>`;
}

function svgText() {
  const at = network.getPositions(), drawn = [...seen.nodes].filter((i) => at[i]);
  const xs = drawn.map((i) => at[i].x), ys = drawn.map((i) => at[i].y);
  const box = drawn.length ? [Math.min(...xs) - 120, Math.min(...ys) - 90, Math.max(...xs) - Math.min(...xs) + 240, Math.max(...ys) - Math.min(...ys) + 190] : [0, 0, 400, 200];
  const out = [`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(' ')}" font-family="${xml(FONT)}" font-size="12">`, `<title>${xml(D.title)}</title>`, `<rect x="${box[0]}" y="${box[1]}" width="${box[2]}" height="${box[3]}" fill="${css('--paper')}"/>`];
  for (const bundle of seen.bundles.values()) {
    if (!at[bundle.s] || !at[bundle.o] || bundle.s === bundle.o) continue;
    const edge = network.body.edges[bundle.id], middle = edge && edge.connected ? edge.edgeType.getPoint(0.5) : at[bundle.s];
    const [a, b] = [at[bundle.s], at[bundle.o]], control = [2 * middle.x - (a.x + b.x) / 2, 2 * middle.y - (a.y + b.y) / 2];
    const status = STATUSES[bundle.t], dashes = bundle.low ? '1 7' : status.dashes.join(' ');
    out.push(`<path d="M${a.x} ${a.y}Q${control[0].toFixed(1)} ${control[1].toFixed(1)} ${b.x} ${b.y}" fill="none" stroke="${typeOf(bundle).colour}" stroke-width="1.6"${dashes ? ` stroke-dasharray="${dashes}"` : ''}><title>${xml(`${nodes[bundle.s].n} ${strokeWords(bundle)} ${nodes[bundle.o].n}`)}</title></path>`);
    if (status.ending === 'bar') out.push(`<text x="${middle.x.toFixed(1)}" y="${(middle.y + 4).toFixed(1)}" text-anchor="middle" font-weight="700" fill="${typeOf(bundle).colour}">✕</text>`);
  }
  for (const i of drawn) {
    const { x, y } = at[i], r = nodeSize(i);
    out.push(svgShape(KINDS[nodes[i].t].shape, x, y, r, KINDS[nodes[i].t].colour), `<text x="${x}" y="${(y + r + 14).toFixed(1)}" text-anchor="middle" fill="${css('--ink')}">${xml(cut(nodes[i].n, 32))}</text>`);
  }
  STATUSES.forEach((status, k) => out.push(`<path d="M${box[0] + 16 + k * 130} ${box[1] + box[3] - 18}h34" stroke="${css('--ink')}" stroke-width="1.6"${status.dashes.length ? ` stroke-dasharray="${status.dashes.join(' ')}"` : ''}/><text x="${box[0] + 56 + k * 130}" y="${box[1] + box[3] - 14}" fill="${css('--ink')}">${status.name}${status.ending === 'bar' ? ' ✕' : ''}</text>`));
  out.push(`<text x="${box[0] + 16}" y="${box[1] + 24}" font-weight="600" font-size="15" fill="${css('--ink')}">${xml(D.title)}</text><text x="${box[0] + 16}" y="${box[1] + 42}" fill="${css('--soft')}">${xml($('count').textContent)}</text></svg>`);
  return out.join('\n');
}

function cell(value) {
  let text = value === null || value === undefined ? '' : String(value);
  if (/^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return `"${text.replace(/"/g, '""')}"`;
}

const factsShown = () => seen.passing.filter((i) => !lines[i].derived).flatMap((i) => (seen.left.get(i) || lines[i].f).map((f) => [lines[i], facts[f], articles[facts[f].r]]));

function csvText() {
  const head = ['who', 'relation', 'status', 'whom or what', 'about', 'since', 'until', 'said', 'sentence', 'outlet', 'published', 'url', 'confidence', 'independent texts', 'low confidence', 'claim'];
  const body = factsShown().map(([line, fact, article]) => [nodes[line.s].n, TYPES[line.r].name, STATUSES[fact.t].name, nodes[line.o].n, line.i, fact.a, fact.b || fact.a, line.p, fact.q, OUTLETS[article.o].n, article.p, article.u, fact.c, line.w, line.l ? 'yes' : '', `claim:${fact.k}`]);
  return '\ufeff' + [head, ...body].map((row) => row.map(cell).join(',') + '\r\n').join('');
}

function jsonText() {
  const at = network.getPositions(), near = [...seen.near.keys()].sort((a, b) => a - b);
  const entity = (i) => ({ key: nodes[i].k, name: nodes[i].n, aliases: nodes[i].a || [], kind: KINDS[nodes[i].t].label, country: nodes[i].c || null, drawn: Boolean(at[i]), position: at[i] ? [Math.round(at[i].x), Math.round(at[i].y)] : [nodes[i].x, nodes[i].y], note: state.notes[nodes[i].k] || null });
  const sentence_ = (f) => ({ claim: `claim:${facts[f].k}`, status: STATUSES[facts[f].t].name, sentence: facts[f].q, outlet: OUTLETS[articles[facts[f].r].o].n, published: articles[facts[f].r].p || null, url: articles[facts[f].r].u || null, confidence: facts[f].c });
  const relationship = (i) => ({ key: lines[i].k, subject: nodes[lines[i].s].k, type: TYPES[lines[i].r].name, object: nodes[lines[i].o].k, status: STATUSES[lines[i].t].name, about: lines[i].i || null, since: lines[i].a || null, until: lines[i].b || null, said: lines[i].p || null, witnesses: lines[i].w, confidence: lines[i].c, derived: lines[i].derived, low: Boolean(lines[i].l), sentences: lines[i].derived ? lines[i].f.map((f) => `claim:${facts[f].k}`) : (seen.left.get(i) || []).map(sentence_) });
  return JSON.stringify({ title: D.title, selection: D.subtitle, view: state, coverage: D.coverage, entities: near.map(entity), relationships: seen.passing.map(relationship) }, null, 1);
}

async function copyLink() {
  const href = location.href.split('#')[0] + '#' + stateToHash();
  try { await navigator.clipboard.writeText(href); say('Link copied.'); } catch { say(`Copy the address of this page: it holds the view.`); }
}

$('png').addEventListener('click', savePng);
$('svg').addEventListener('click', () => save(fileName('svg'), [svgText()], 'image/svg+xml'));
$('csv').addEventListener('click', () => save(fileName('csv'), [csvText()], 'text/csv'));
$('json').addEventListener('click', () => save(fileName('json'), [jsonText()], 'application/json'));
$('link').addEventListener('click', copyLink);
$('print').addEventListener('click', () => window.print());
