// Search: names and aliases first, then the sentences; case and diacritics do not matter.
const nameIndex = nodes.map((node, i) => [i, fold(node.n), fold([node.n, ...(node.a || []), KINDS[node.t].label].join(' | '))]);
let sentenceIndex = null; // made at the first search: most readers of a large page never search
let hits = [], cursor = -1;

function find(text) {
  const asked = fold(text.trim()).split(/\s+/).filter(Boolean);
  if (!asked.length) return [];
  const named = nameIndex.filter(([, , all]) => asked.every((word) => all.includes(word)));
  const starts = (name) => (name.startsWith(asked[0]) ? 0 : 1);
  named.sort((a, b) => starts(a[1]) - starts(b[1]) || seen.weight[b[0]] - seen.weight[a[0]] || (a[1] < b[1] ? -1 : 1));
  const found = named.slice(0, 12).map(([i]) => ({ node: i }));
  if (asked.join('').length >= 3) found.push(...inSentences(asked, 8));
  return found;
}

function inSentences(asked, most) {
  if (!sentenceIndex) sentenceIndex = lines.map((line) => (line.derived ? '' : line.f.map((f) => fold(facts[f].q)).join('\n')));
  const found = [];
  for (let i = 0; i < lines.length && found.length < most; i += 1) {
    if (!sentenceIndex[i] || !asked.every((word) => sentenceIndex[i].includes(word))) continue;
    const f = lines[i].f.find((fact) => asked.some((word) => fold(facts[fact].q).includes(word)));
    found.push({ line: i, quote: facts[f].q, asked });
  }
  return found;
}

function around(quote, asked) {
  const at = Math.max(0, fold(quote).indexOf(asked[0]) - 40);
  return (at ? '…' : '') + cut(quote.slice(at), 110);
}

function hitBox(hit, k) {
  const content = hit.node !== undefined
    ? [markOf(KINDS[nodes[hit.node].t]), el('span', { class: 'what' }, nodes[hit.node].n), el('span', { class: 'soft' }, KINDS[nodes[hit.node].t].label)]
    : [el('span', { class: 'quote' }, around(hit.quote, hit.asked)), el('span', { class: 'soft' }, sentence(lines[hit.line]))];
  return el('li', { role: 'option', id: `hit-${k}`, class: hit.node === undefined ? 'sentence' : '', 'aria-selected': String(k === cursor), onmousedown: (event) => { event.preventDefault(); take(k); } }, content);
}

function showHits(list) {
  hits = list;
  cursor = list.length ? 0 : -1;
  const box = $('hits'), asked = $('search').value.trim();
  box.replaceChildren(...(list.length ? list.map(hitBox) : asked ? [el('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, 'Nothing found')] : []));
  box.hidden = !asked;
  $('search').setAttribute('aria-expanded', String(!box.hidden));
  point();
}

function point() {
  const input = $('search');
  [...$('hits').children].forEach((item, k) => { if (hits.length) item.setAttribute('aria-selected', String(k === cursor)); });
  if (cursor < 0) { input.removeAttribute('aria-activedescendant'); return; }
  input.setAttribute('aria-activedescendant', `hit-${cursor}`);
  $(`hit-${cursor}`).scrollIntoView({ block: 'nearest' });
}

function closeHits() {
  $('hits').hidden = true;
  $('search').setAttribute('aria-expanded', 'false');
  $('search').removeAttribute('aria-activedescendant');
}

function take(k) {
  const hit = hits[k];
  if (!hit) return;
  closeHits();
  if (hit.node === undefined) { showLine(hit.line); return; }
  const key = nodes[hit.node].k;
  // Whoever is searched for is shown, also when a focus or a path had put everybody else aside.
  if (state.focus && !seen.nodes.has(hit.node)) change((s) => { s.focus = key; s.sel = key; s.line = ''; });
  else change((s) => { s.sel = key; s.line = ''; s.from_ = s.to_ = ''; });
  centreOn(hit.node);
}

$('search').addEventListener('input', () => showHits(find($('search').value)));
$('search').addEventListener('focus', () => { if ($('search').value.trim()) showHits(find($('search').value)); });
$('search').addEventListener('blur', closeHits);
$('search').addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && hits.length) { event.preventDefault(); cursor = (cursor + step + hits.length) % hits.length; point(); }
  else if (event.key === 'Enter') { event.preventDefault(); take(cursor); }
  else if (event.key === 'Escape') {
    event.stopPropagation();
    if ($('hits').hidden) { $('search').value = ''; $('search').blur(); } else closeHits();
  }
});
