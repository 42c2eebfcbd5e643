// One way from a choice to the screen: look, draw, tell.
let sayTimer = 0;

function say(text) {
  $('count').textContent = text;
  clearTimeout(sayTimer);
  sayTimer = setTimeout(showCount, 4000);
}

function showCount() {
  const entities = seen.near.size, stated = seen.passing.filter((i) => !lines[i].derived && !lines[i].l).length;
  const drawn = seen.shown.filter((i) => !lines[i].derived && !lines[i].l).length, doubtful = seen.shown.filter((i) => lines[i].l).length;
  const of = (n, all) => (n === all ? number(all) : `${number(n)} of ${number(all)}`);
  let text = `${of(seen.nodes.size, ENDS)} entities and ${of(drawn, STATED)} relationships shown`;
  if (doubtful) text += `, and ${number(doubtful)} doubtful`;
  if (currentRoutes() || state.focus) text += state.focus && seen.nodes.size >= FOCUS_MOST ? `; the ${FOCUS_MOST} nearest` : '';
  else if (seen.nodes.size < entities) text += `, ranked by ${D.rankedBy}`;
  if (state.layout === 'geo') text += '; who has no place is not on the map';
  if (stated > drawn) text += `; ${number(stated - drawn)} more pass the filters and are in the table`;
  if (seen.undated) text += `; ${number(seen.undated)} without a date`;
  $('count').textContent = text;
}

function showControls() {
  const alone = Boolean(state.focus || (state.from_ && state.to_));
  $('undo').disabled = !past.length;
  $('layout').value = state.layout;
  $('back').hidden = !alone;
  $('hops-label').hidden = !state.focus;
  $('hops').value = String(state.hops);
  $('more').hidden = alone || state.table || seen.nodes.size >= seen.near.size;
  const empty = $('empty');
  empty.hidden = seen.nodes.size > 0;
  empty.textContent = lines.length ? 'Nothing passes the filters.' : 'No relationship was found. Empty means that no report was found, not that nothing happened.';
}

function refresh() {
  look();
  showControls();
  showCount();
  showLegend();
  showDates();
  showPanel();
  showTable();
  sync(); // last: a canvas that is made before the page has its shape changes its size, and its camera with it
  fitIfMoved();
  writeHash();
}

function open() {
  document.documentElement.classList.add(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  $('theme').setAttribute('aria-pressed', String(document.documentElement.classList.contains('dark')));
  if (!Object.keys(D.places).length) $('layout').querySelector('[value=geo]').remove();
  state = hashToState(location.hash.slice(1));
  buildLegend();
  buildDates();
  buildHelp();
  refresh();
  document.documentElement.dataset.ready = 'yes';
}

window.addEventListener('hashchange', () => { if (location.hash.slice(1) !== stateToHash()) { state = hashToState(location.hash.slice(1)); refresh(); } });
let sizeTimer = 0;
new ResizeObserver(() => { clearTimeout(sizeTimer); sizeTimer = setTimeout(() => { fit(); showDates(); }, 120); }).observe($('picture'));
open();
// For tests and for the curious: what is drawn, read only.
Object.defineProperty(window, 'graphkit', { value: Object.freeze({
  positions: () => Object.fromEntries([...place].map(([i, at]) => [nodes[i].k, at])), labels: () => lastLabels.map(({ node, box }) => ({ key: nodes[node].k, box })),
  shown: () => ({ nodes: [...seen.nodes].map((i) => nodes[i].k).sort(), lines: seen.shown.map((i) => lines[i].k).sort(), passing: seen.passing.map((i) => lines[i].k).sort(), strokes: [...seen.bundles.keys()].sort() }),
  stroke: (id) => shownEdges.get(id), onScreen: (key) => network.canvasToDOM(network.getPositions([nodeOf.get(key)])[nodeOf.get(key)]), midOf: (id) => network.canvasToDOM(network.body.edges[id].edgeType.getPoint(0.5)),
  svg: svgText, csv: csvText, json: jsonText, redraw: () => network.redraw(), view: () => ({ scale: network.getScale(), at: network.getViewPosition() }),
}) });
